import { writeFileSync } from 'node:fs';
import { visitMoves } from '#shared/domain/visit/states.ts';

const sentence = (event: string): string => event.replaceAll('_', ' ');

/** docs/visit-states.md: the table of moves as a picture and in words (I17). */
export function visitStatesDocument(): string {
  const arrows = visitMoves.map(({ event, from, to }) => `  ${from ?? '[*]'} --> ${to}: ${sentence(event)}`);
  const ends = [...new Set(visitMoves.map(({ to }) => to))].filter(
    (status) => !visitMoves.some(({ from }) => from === status),
  );
  const rows = visitMoves.map(
    ({ event, from, to, who }) => `| ${sentence(event)} | ${from ?? '(none)'} | ${to} | ${who} |`,
  );
  return `# The states of a visit

Drawn from \`shared/domain/visit/states.ts\` by \`npm run generate\`; a test fails when the two differ. Nothing else can
happen to a visit (I17), and each move leaves an audit entry.

\`\`\`mermaid
stateDiagram-v2
${arrows.join('\n')}
${ends.map((status) => `  ${status} --> [*]`).join('\n')}
\`\`\`

| What happens | From | To | Who |
| --- | --- | --- | --- |
${rows.join('\n')}

A visit counts, and is paid, from \`completed\` on: \`closed\` adds only that everybody has reflected. \`proposed\` and
\`scheduled\` hold the hour of everybody in the team and of the family; a visit that nobody else has agreed to yet is not
scheduled, and so cannot be logged as one (I8).
`;
}

if (import.meta.main) writeFileSync('docs/visit-states.md', visitStatesDocument());
