import type { Block, MailPage } from './blocks.ts';

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'list': {
      const items = block.items.map(({ text, href }) => `- ${text}\n  ${href}`);
      const note = block.note === null ? [] : [block.note];
      return [block.heading.toUpperCase(), ...items, ...note].join('\n');
    }
    case 'button':
      return `${block.label}:\n${block.href}`;
  }
}

/** The plain-text twin: the same words in the same order, links written out. */
export function renderText(page: MailPage): string {
  const { unsubscribe } = page;
  const parts = [
    `Porchlight\n${page.heading}`,
    page.hello,
    ...page.blocks.map(textOf),
    `${page.thanks}\n${page.signature}`,
    ['-- ', ...page.footer].join('\n'),
    ...(unsubscribe ? [`${unsubscribe.note}\n${unsubscribe.label}: ${unsubscribe.href}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
