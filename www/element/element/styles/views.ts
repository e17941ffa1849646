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
.legend{display:flex;flex-wrap:wrap;gap:4px 20px}
.legend>span{display:inline-flex;gap:8px;align-items:center}
.matters,.met{inline-size:10px;block-size:10px;border-radius:50%;border:2px solid var(--ink);background:var(--ink);forced-color-adjust:none}
.met{background:var(--paper)}
.gaps-table th[scope=row]{min-inline-size:12em}
.gaps-table :is(td,th){padding-block:12px;vertical-align:top}
.gaps-table .need-title{font-weight:600}
.gaps-table .levels{inline-size:40%;min-inline-size:14em}
.verdict.unmet{font-weight:600}
.scale{position:relative;block-size:20px;margin-inline:6px;forced-color-adjust:none}
.scale::before{content:"";position:absolute;inset-block:9px;inset-inline:-6px;background:var(--rule)}
.scale>*{position:absolute}
.scale :is(.matters,.met){inset-block-start:5px;inset-inline-start:calc(var(--at)*100% - 5px)}
.scale .between{inset-block:9px;inset-inline-start:calc(var(--from)*100%);inline-size:calc((var(--to) - var(--from))*100%);background:var(--second)}
.scale .between.unmet{inset-block:8px;background:var(--ink)}
.reach{inset-inline-start:calc(var(--from)*100%);inline-size:calc((var(--to) - var(--from))*100%);background:var(--second);opacity:.35;border-radius:2px;min-inline-size:2px}
.of-matters{inset-block:1px 15px}
.of-met{inset-block:15px 1px}
.quadrants{display:grid;justify-content:start;grid-template-columns:20px minmax(0,360px);gap:4px 8px;font-size:12px;color:var(--second)}
.sign{display:inline-block;min-inline-size:20px;margin-inline-end:6px;text-align:center;border-radius:10px;background:var(--ink);color:var(--paper);font-size:12px;line-height:20px;forced-color-adjust:none}
.axis-y{writing-mode:vertical-rl;rotate:180deg;text-align:center}
.axis-x{grid-column:2;text-align:center}
.plane{position:relative;aspect-ratio:1;border:1px solid var(--second);background:var(--raised);forced-color-adjust:none}
.plane>*{position:absolute}
.corner{padding:6px 8px;max-inline-size:45%}
.overdone{inset-block-start:0;inset-inline-start:0}
.keep{inset-block-start:0;inset-inline-end:0;text-align:end}
.low-priority{inset-block-end:0;inset-inline-start:0}
.improve{inset-block-end:0;inset-inline-end:0;text-align:end;font-weight:600;color:var(--ink)}
.across{inset-inline:0;inset-block-end:calc(var(--y)*100%);border-block-start:1px dashed var(--second)}
.down{inset-block:0;inset-inline-start:calc(var(--x)*100%);border-inline-start:1px dashed var(--second)}
.spot{inset-inline-start:calc(var(--x)*100% - 12px);inset-block-end:calc(var(--y)*100% - 12px);min-inline-size:24px;block-size:24px;padding-inline:6px;line-height:24px;text-align:center;border-radius:12px;background:var(--ink);color:var(--paper);font-weight:600}
.stages{display:grid;gap:24px}
.stage{display:grid;gap:8px;align-content:start;min-inline-size:0;border-block-start:3px solid var(--accent);padding-block-start:8px}
.stage-title{font-weight:600;font-size:15px}
.touchpoints{display:grid;gap:8px}
.touchpoint{display:grid;gap:6px;padding:12px;background:var(--raised);border:1px solid var(--rule);border-radius:4px;font-size:13px}
.touchpoint.moment{border-inline-start:4px solid var(--ink)}
.touchpoint .item-title{font-size:15px}
:is(.felt,.pains,.measured){display:grid;gap:4px;font-size:13px}
:is(.felt,.pains)>li{padding-inline-start:12px;border-inline-start:2px solid var(--rule)}
.pains>li{border-inline-start-style:dashed;border-inline-start-color:var(--second)}
.measured>li{display:flex;gap:6px;align-items:center}
.owners-table :is(td,th){vertical-align:top;padding-block:12px}
.owners-table th .item-title{font-weight:600}
.owners-table th>div{margin-block-start:4px}
.more-of>summary{cursor:pointer;line-height:24px}
.more-of[open]>summary{margin-block-end:4px}
.measured .note,.against{flex:none}
.against{font-size:13px;font-weight:600}
.judged{display:grid;gap:4px;align-content:start;min-inline-size:0;font-size:13px}
[data-state=missed] .verdict{font-weight:600}
.advice{display:grid;gap:4px;padding-inline-start:12px;border-inline-start:3px solid var(--accent)}
.choices{display:flex;flex-wrap:wrap;gap:12px 24px}
.choices label{display:grid;gap:4px;font-size:13px;color:var(--second);min-inline-size:0;max-inline-size:100%}
.choices select{box-sizing:border-box;max-inline-size:100%;min-block-size:36px;padding:4px 8px;font:inherit;font-size:15px;color:var(--ink);background:var(--raised);border:1px solid var(--second);border-radius:4px}
.named{display:grid;gap:8px;font-size:13px}
.sum.late{font-weight:600}
.quoted{padding-inline-start:12px;border-inline-start:3px solid var(--rule)}
.lines{display:grid;gap:8px;font-size:13px}
.viewed .kind{margin-block:4px}
.since-shifts .lines>li{display:flex;flex-wrap:wrap;gap:2px 16px;justify-content:space-between;align-items:baseline;padding-block-end:8px;border-block-end:1px solid var(--rule)}
.from-to,.stood,.for{display:inline-flex;flex-wrap:wrap;gap:2px 8px;align-items:center}
.since-closed li{display:flex;flex-wrap:wrap;gap:0 12px;align-items:baseline}
.cycle{display:grid;gap:8px}
.cycle .items{padding-inline-start:12px;border-inline-start:1px solid var(--rule)}
.key-result{flex-wrap:wrap}
.viewed .status{white-space:normal}
.write form{display:grid;gap:12px;padding-block:8px}
.write .row{display:flex;flex-wrap:wrap;gap:8px}
.write .field{display:grid;gap:4px;font-size:13px}
.write :is(input,select,textarea){box-sizing:border-box;inline-size:100%;min-block-size:32px;padding:4px 8px;font:inherit;color:var(--ink);background:var(--raised);border:1px solid var(--second);border-radius:4px}
.write [aria-invalid]{border-width:2px;border-color:var(--ink)}
.write .wrong{font-weight:600}
.picks{border:0;margin:0;padding:0;min-inline-size:0}
.picks ul{display:grid;gap:8px}
.write .picks label{display:grid;grid-template-columns:24px minmax(0,1fr);gap:8px;align-items:start}
.write .picks input{inline-size:20px;min-block-size:20px;block-size:20px;margin:2px;accent-color:var(--accent)}
.picks .note{display:block}
@container (min-width:640px){.stages{grid-template-columns:repeat(auto-fit,minmax(200px,1fr))}}
@container (min-width:640px){.items>li{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}}
.charted{position:relative;inline-size:100%}
.charted canvas{display:block;inline-size:100%;block-size:100%;forced-color-adjust:none}
.charted button{position:absolute;padding:0;border:0;border-radius:3px;background:none;cursor:pointer}
.charted button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;
