/** The views that come when they are asked for: lists and tables on paper, drawn with spans and ticks alone. */
export const views = `
.viewed,.part{display:grid;gap:12px;min-inline-size:0}
.viewed{gap:24px}
.viewed>h3{font-size:18px;margin-block-end:-16px}
.part>h4{font-size:15px;font-weight:600;padding-block-start:16px;border-block-start:1px solid var(--second)}
.viewed .lead,.viewed .sum{max-inline-size:70ch}
.viewed .lead{font-size:13px;color:var(--second)}
.viewed .sum{font-size:15px}
.viewed .note{unicode-bidi:plaintext}
.viewed .bar{display:block;max-inline-size:16em;margin-block-start:4px}
.viewed td .bar{min-inline-size:6em}
.items{display:grid}
.items>li{display:grid;gap:4px 24px;padding-block:12px;border-block-end:1px solid var(--rule)}
.items>li:first-child{padding-block-start:0}
.item-head{display:grid;gap:2px;align-content:start;min-inline-size:0}
.item-title{font-weight:600}
.moves{display:grid;gap:12px;align-content:start;min-inline-size:0}
.move{display:grid;gap:2px;padding-inline-start:12px;border-inline-start:3px solid var(--rule);font-size:13px}
.move:is([data-outcome^=moved],[data-outcome=mixed],[data-outcome=slipped-back]){border-inline-start-color:var(--ink)}
.outcome{max-inline-size:65ch}
:is([data-outcome^=moved],[data-outcome=mixed],[data-outcome=slipped-back]) .outcome{font-weight:600}
[data-outcome=too-early] .outcome{color:var(--second)}
.spread{position:relative;block-size:16px;max-inline-size:320px;forced-color-adjust:none}
.spread::before{content:"";position:absolute;inset-block:7px;inset-inline:0;background:var(--rule)}
.spread>*{position:absolute;inset-block:4px}
.spread .span{inset-inline-start:calc(var(--from)*100%);inline-size:calc((var(--to) - var(--from))*100%);background:var(--second);opacity:.4;border-radius:2px;min-inline-size:2px}
.spread .centre{inset-inline-start:calc(var(--at)*100% - .5px);inline-size:1px;background:var(--ink)}
.spread .tick{inset-block:0;inset-inline-start:calc(var(--at)*100% - 1.5px);inline-size:3px;background:var(--ink)}
@container (min-width:640px){.items>li{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}}
`;
