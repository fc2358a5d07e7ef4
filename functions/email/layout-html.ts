import type { Block, MailPage } from './blocks.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe inside HTML and inside a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A link of our own making; anything that is no web address would run as a script and becomes nothing. */
function safeHref(href: string): string {
  return /^https?:\/\//.test(href) ? escapeHtml(href) : '#';
}

/* Mail programs drop style sheets and modern layout, so colours and widths stand on the elements themselves.
   Deep blue-green ground, one amber light; text contrast is 7:1 or better (WCAG AAA) on both grounds. */
const ink = '#12343b';
const quiet = '#47616a';
const ground = '#eef4f3';
const teal = '#0f4c5c';
const amber = '#f2a541';
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const paragraph = `margin:0 0 16px;color:${ink};font-size:17px;line-height:1.55`;

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${paragraph}">${escapeHtml(block.text)}</p>`;
    case 'facts':
      return [
        `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px;border-left:4px solid ${amber}">`,
        ...block.rows.map(
          ({ label, value }) =>
            `<tr><td style="padding:4px 14px;color:${quiet};font-size:15px;vertical-align:top">${escapeHtml(label)}</td>` +
            `<td style="padding:4px 0;color:${ink};font-size:17px">${escapeHtml(value)}</td></tr>`,
        ),
        '</table>',
      ].join('\n');
    case 'list':
      return [
        `<h2 style="margin:24px 0 8px;color:${teal};font-size:18px;line-height:1.3">${escapeHtml(block.heading)}</h2>`,
        `<ul style="margin:0 0 8px;padding-left:20px;color:${ink};font-size:17px;line-height:1.6">`,
        ...block.items.map(
          ({ text, href }) =>
            `<li><a href="${safeHref(href)}" style="color:${teal}">${escapeHtml(text)}</a></li>`,
        ),
        '</ul>',
        ...(block.note === null
          ? []
          : [
              `<p style="margin:0 0 16px;color:${quiet};font-size:15px;line-height:1.5">${escapeHtml(block.note)}</p>`,
            ]),
      ].join('\n');
    case 'button':
      return [
        `<p style="margin:24px 0"><a href="${safeHref(block.href)}" style="display:inline-block;background:${teal};color:#ffffff;`,
        `font-size:17px;font-weight:600;text-decoration:none;padding:13px 24px;border-radius:8px;border-bottom:4px solid ${amber}">`,
        `${escapeHtml(block.label)}</a></p>`,
      ].join('');
  }
}

/** The HTML twin: one column, no images, no remote parts, readable when styles are dropped. */
export function renderHtml(page: MailPage): string {
  const { unsubscribe } = page;
  const small = `margin:0 0 6px;color:${quiet};font-size:13px;line-height:1.5`;
  return [
    '<!doctype html>',
    `<html lang="${page.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(page.subject)}</title>`,
    '</head>',
    `<body style="margin:0;padding:0;background:${ground};${font}">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${ground}"><tr><td align="center" style="padding:24px 12px">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">`,
    `<tr><td style="background:${teal};border-bottom:6px solid ${amber};border-radius:12px 12px 0 0;padding:22px 28px">`,
    `<p style="margin:0 0 6px;color:${amber};font-size:14px;font-weight:600">Porchlight</p>`,
    `<h1 style="margin:0;color:#ffffff;font-size:23px;line-height:1.3;font-weight:650">${escapeHtml(page.heading)}</h1>`,
    '</td></tr>',
    `<tr><td style="background:#ffffff;border-radius:0 0 12px 12px;padding:26px 28px">`,
    `<p style="${paragraph}">${escapeHtml(page.hello)}</p>`,
    ...page.blocks.map(htmlOf),
    `<p style="margin:24px 0 0;color:${ink};font-size:17px;line-height:1.55">${escapeHtml(page.thanks)}<br>${escapeHtml(page.signature)}</p>`,
    '</td></tr>',
    '<tr><td style="padding:18px 28px">',
    ...page.footer.map((line) => `<p style="${small}">${escapeHtml(line)}</p>`),
    ...(unsubscribe
      ? [
          `<p style="${small}">${escapeHtml(unsubscribe.note)} <a href="${safeHref(unsubscribe.href)}" style="color:${teal}">${escapeHtml(unsubscribe.label)}</a></p>`,
        ]
      : []),
    '</td></tr>',
    '</table>',
    '</td></tr></table>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
