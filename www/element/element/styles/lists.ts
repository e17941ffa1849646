/** The outline, the scorecard and the strip. */
export const lists = `
.item{border-radius:4px}
.item .row{display:grid;grid-template-columns:24px 14px minmax(0,1fr) auto;gap:8px;align-items:start;padding:6px 8px 6px 0;border-radius:4px;cursor:pointer;min-block-size:36px}
.item .row:hover{background:color-mix(in srgb,var(--accent) 8%,transparent)}
.item[aria-selected=true]>.row{background:color-mix(in srgb,var(--accent) 12%,transparent);box-shadow:inset 3px 0 0 var(--accent)}
.item[aria-selected=true]>.row:dir(rtl){box-shadow:inset -3px 0 0 var(--accent)}
.item:focus-visible{outline:none}
.item:focus-visible>.row{outline:3px solid var(--accent);outline-offset:-1px}
.item .mark{margin-block-start:4px}
.item .name{display:grid}
.item .title{font-weight:600;line-height:1.3}
.kind-action .title{font-weight:400}
.item .figure{font-size:18px;line-height:1.3}
.item ul{margin-inline-start:11px;border-inline-start:1px solid var(--rule);padding-inline-start:8px}
.fold{inline-size:24px;block-size:24px;display:grid;place-items:center}
.fold::before{content:"";inline-size:7px;block-size:7px;border:solid var(--second);border-width:0 2px 2px 0;rotate:45deg;translate:0 -2px}
[aria-expanded=false]>.row .fold::before{rotate:-45deg;translate:0 0}
[aria-expanded=false]>.row .fold:dir(rtl)::before{rotate:135deg}
.loose{font-size:13px;font-weight:600;margin-block:16px 4px}
[data-size=narrow] .item ul{margin-inline-start:4px;padding-inline-start:2px}
[data-size=narrow] .item .row:has(.leaf){grid-template-columns:6px 14px minmax(0,1fr) auto}
.scroll{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%;font-size:13px}
caption{text-align:start;font-size:13px;color:var(--second);padding-block-end:8px}
th,td{padding:8px 12px 8px 0;text-align:start;font-weight:400;vertical-align:baseline;border-block-end:1px solid var(--rule)}
thead th{font-size:12px;color:var(--second);white-space:nowrap;border-block-end:1px solid var(--second)}
.group th{padding-block-start:16px;font-weight:600;border-block-end-color:var(--second)}
.group .kind{margin-inline-end:8px}
.col-value,.col-target,.col-change{white-space:nowrap;text-align:end}
td.col-value{font-weight:600;font-size:15px}
.scorecard .col-kpi{min-inline-size:11em}
.chosen>*{background:color-mix(in srgb,var(--accent) 12%,transparent)}
[data-size=narrow] .scorecard .col-kpi{min-inline-size:0}
[data-size=narrow] .scorecard .col-value{padding-inline-end:0}
.scorecard .note{display:flex;flex-wrap:wrap;gap:0 12px}
.strip ol{display:grid;margin-block-start:12px}
.strip li{position:relative;padding-inline-start:28px;padding-block-end:20px}
.strip li:last-child{padding-block-end:0}
.strip li::before{content:"";position:absolute;inset-block:8px -8px;inset-inline-start:6px;border-inline-start:3px solid var(--accent)}
.strip li:last-child::before{display:none}
.strip li::after{content:"";position:absolute;inset-block-start:5px;inset-inline-start:0;inline-size:15px;block-size:15px;border-radius:50%;border:3px solid var(--accent);background:var(--paper)}
.strip li:first-child::after{background:var(--accent)}
.strip li:has(+.gap)::before{border-inline-start-style:dashed}
.strip .gap{color:var(--second);font-size:13px}
.strip .gap::after{border-style:dashed;border-color:var(--second)}
.stop{display:grid;gap:2px;inline-size:100%}
.stop .title{font-weight:600;line-height:1.3}
.stop:hover .title{color:var(--accent)}
.stop .figure{font-size:24px;line-height:1.2}
.standing{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}
.share{font-size:13px;color:var(--second)}
@container (min-width:640px){.strip ol{grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:0}
.strip li{padding:28px 20px 0 0}
.strip li:dir(rtl){padding:28px 0 0 20px}
.strip li::before{inset:6px 0 auto;border-inline-start:0;border-block-start:3px solid var(--accent)}
.strip li:has(+.gap)::before{border-block-start-style:dashed}
.strip li::after{inset-block-start:0}}
`;
