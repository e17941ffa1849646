/** Where things stand: the header, the map beside its panel, one column where there is no room for two. */
export const layout = `
.top{padding-block-end:20px;margin-block-end:20px;border-block-end:1px solid var(--rule)}
.plan{font-size:13px;color:var(--second)}
.headline{font-size:24px;line-height:1.25;font-weight:600;letter-spacing:-.01em;max-inline-size:44em;margin-block:4px 8px;text-wrap:balance}
.headline em{font-weight:600}
.meta{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}
.live{display:inline-flex;align-items:center;gap:6px}
.live::before{content:"";inline-size:8px;block-size:8px;border-radius:50%;border:2px solid var(--second)}
.failed{color:var(--off-track)}
.body{display:grid;gap:24px;grid-template-columns:minmax(0,1fr)}
[data-size=wide] .body{grid-template-columns:minmax(0,1fr) 340px}
.body{position:relative}
.main,.side{display:flex;flex-direction:column;gap:20px;min-inline-size:0}
[data-size=medium] .side:not(:has(.panel)){display:grid;grid-template-columns:1fr 1fr;align-items:start;gap:24px}
[data-size=medium] .side:has(.panel),[data-size=narrow] .side:has(.panel){position:sticky;inset-block-end:8px;z-index:1}
[data-size=narrow]{padding:16px}
[data-size=narrow] .headline{font-size:18px;line-height:1.3}
.map{position:relative;inline-size:100%}
.map canvas{display:block;position:absolute;inset:0}
.cards{position:absolute;inset:0}
.card{position:absolute;border-radius:4px;min-block-size:24px;min-inline-size:24px}
.card:focus-visible{outline-offset:3px}
.more{border-block-start:1px solid var(--rule);padding-block-start:12px}
.more>summary{font-size:13px;line-height:24px;color:var(--second);cursor:pointer}
.more[open]>summary{margin-block-end:12px}
.notice{display:flex;flex-direction:column;gap:12px;align-items:flex-start;padding:32px 24px;border:1px dashed var(--rule);border-radius:4px;background:var(--raised)}
.notice .headline{font-size:18px;margin:0}
.notice.error{border-style:solid;border-inline-start:4px solid var(--off-track)}
.notice.refused,.notice.slim{border-style:solid;border-inline-start:4px solid var(--at-risk);padding:12px 16px;margin-block-end:20px}
.notice.slim{flex-direction:row;justify-content:space-between;align-items:center;flex-wrap:wrap}
.notice ul{display:grid;gap:8px;font-size:13px}
.notice li{display:grid;gap:2px}
.notice code{font:12px/1.4 ui-monospace,monospace;color:var(--second)}
.loading .headline{color:var(--second);font-weight:400}
`;
