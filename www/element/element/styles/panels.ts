/** What stands beside the picture while nothing is chosen. */
export const panels = `
.block{display:grid;gap:8px}
.block>h3{font-size:13px;letter-spacing:.01em}
.side>.block+.block{border-block-start:1px solid var(--rule);padding-block-start:20px}
[data-size=medium] .side>.block+.block{border:0;padding:0}
.index{display:flex;gap:12px;align-items:center}
.index .about{font-size:13px;color:var(--second)}
.metrics li{border-block-start:1px solid var(--rule)}
.metrics summary{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 8px;font-size:13px;line-height:24px;padding-block:4px 6px;cursor:pointer;list-style:none}
.metrics summary::-webkit-details-marker{display:none}
.metric-value{font-weight:600}
.bar{grid-column:1/-1;block-size:4px;background:color-mix(in srgb,var(--rule) 60%,transparent);border-radius:2px}
.bar .fill{display:block;block-size:100%;inline-size:calc(var(--share)*100%);background:var(--ink);border-radius:2px}
.metrics details>:not(summary){padding-block-end:8px}
.findings li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 8px;font-size:13px;align-items:baseline;padding-block:4px}
.findings .remedy{grid-column:2;color:var(--second)}
.severity{font-size:12px;font-weight:600;color:var(--second)}
.severity.error{color:var(--off-track)}
.severity.warning{color:var(--at-risk)}
.kpis li,.changes li{display:grid;grid-template-columns:14px minmax(0,1fr) auto;gap:8px;align-items:center;font-size:13px}
.kpi-value{font-weight:600}
.moved{display:inline-flex;gap:6px;align-items:center}
.arrow::before{content:"→";color:var(--second)}
.arrow:dir(rtl)::before{content:"←"}
`;
