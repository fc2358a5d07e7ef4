/** The CSV tables of a OneRoster 1.2 export, filled row by row; cells that are not named stay empty. */
const headers = {
  'orgs.csv': ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'],
  'users.csv': [
    ...['sourcedId', 'status', 'dateLastModified', 'enabledUser', 'username', 'givenName', 'familyName'],
    ...['email', 'phone', 'agentSourcedIds', 'grades', 'primaryOrgSourcedId'],
  ],
  'roles.csv': [
    ...['sourcedId', 'status', 'dateLastModified', 'userSourcedId', 'roleType', 'role', 'orgSourcedId'],
  ],
  'classes.csv': [
    'sourcedId',
    'status',
    'dateLastModified',
    'title',
    'grades',
    'classType',
    'schoolSourcedId',
  ],
  'enrollments.csv': [
    ...[
      'sourcedId',
      'status',
      'dateLastModified',
      'classSourcedId',
      'schoolSourcedId',
      'userSourcedId',
      'role',
    ],
  ],
} as const;
type FileName = keyof typeof headers;
type Cells<F extends FileName> = { readonly [C in (typeof headers)[F][number]]?: string };

export class RosterTables {
  readonly #rows = new Map<string, string[]>(
    Object.entries(headers).map(([file, columns]) => [file, [line(columns)]]),
  );

  add<F extends FileName>(file: F, cells: Cells<F>): void {
    const values = headers[file].map((column) => (cells as Record<string, string>)[column] ?? '');
    this.#rows.get(file)?.push(line(values));
  }

  /** File name and text of each table, with the manifest that the format asks for. */
  files(): Record<string, string> {
    const manifest = [
      ['propertyName', 'value'],
      ['manifest.version', '1.0'],
      ['oneroster.version', '1.2'],
    ];
    return {
      'manifest.csv': manifest.map(line).join(''),
      ...Object.fromEntries([...this.#rows].map(([file, rows]) => [file, rows.join('')])),
    };
  }
}

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
