/** The panel of what is chosen; it comes after the first picture. */
export const details = `
.panel{background:var(--raised);border:1px solid var(--rule);border-radius:4px;padding:20px;display:grid;gap:16px;box-shadow:0 4px 16px rgb(0 0 0/.07)}
.panel{position:sticky;inset-block-start:16px;max-block-size:calc(100vh - 32px);overflow:auto;pointer-events:auto}
[data-size=medium] .panel,[data-size=narrow] .panel{position:static;max-block-size:50vh}
[data-size=narrow] .panel{padding:16px}
.panel-head{display:grid;grid-template-columns:minmax(0,1fr) auto;align-items:start}
.panel-head h3{grid-column:1/-1;font-size:18px;line-height:1.3}
.close{font-size:24px;line-height:24px;text-align:center;color:var(--second);border-radius:4px}
.close:hover{color:var(--accent)}
.panel .note{display:flex;flex-wrap:wrap;gap:0 12px;inline-size:100%}
.panel .line{padding-inline-start:12px;border-inline-start:3px solid var(--accent);font-size:13px}
.panel .line em{font-style:normal;font-weight:600}
.said{display:grid;gap:8px;font-size:13px;line-height:1.5}
.panel .block{border-block-start:1px solid var(--rule);padding-block-start:12px}
.bounds{position:relative;inline-size:100%;block-size:8px;background:color-mix(in srgb,var(--rule) 60%,transparent);border-radius:2px;margin-block-start:8px}
.bounds .span{position:absolute;inset-block:0;inset-inline-start:calc(var(--low)*100%);inline-size:calc((var(--high) - var(--low))*100%);background:var(--second);opacity:.45;border-radius:2px;min-inline-size:2px}
.bounds .tick{position:absolute;inset-block:-4px;inset-inline-start:calc(var(--score)*100% - 1px);inline-size:3px;background:var(--ink)}
.bounds,.bar{forced-color-adjust:none}
.inputs td{text-align:end;white-space:nowrap}
.inputs thead th:not(:first-child){text-align:end}
.inputs th[scope=row]{display:grid;grid-template-columns:14px minmax(0,1fr);gap:6px;align-items:baseline;min-inline-size:72px}
.inputs th[scope=row]>:only-child{grid-column:1/-1}
.facts>p,.variants>p{font-size:13px}
.variants [aria-current] th{font-weight:600}
.facts dl{display:grid;gap:6px;font-size:13px}
.facts dl>div{display:grid;grid-template-columns:8em minmax(0,1fr);gap:8px}
dt{color:var(--second)}
.closer{font-size:13px}
.meant{grid-column:2;color:var(--second)}
.meant code{font-size:12px;overflow-wrap:anywhere;user-select:all}
.smart{display:grid;gap:6px;font-size:13px;padding-block-end:8px}
.smart>div{display:grid;grid-template-columns:8em minmax(0,1fr);gap:8px}
.aims{display:grid;gap:4px;margin-block-start:6px;font-size:13px;color:var(--second)}
.aims li{padding:0;display:grid;grid-template-columns:14px minmax(0,1fr);gap:0 8px;align-items:center}
.aims li>:not(.mark,.link){grid-column:2}
.aims .only{display:block}
.aims li::before,.aims li::after{display:none}
.chased{display:grid;gap:16px}
.chased h3{font-size:18px}
.chased>p{font-size:13px;max-inline-size:70ch}
.to-ask th[scope=row]{font-weight:600}
.to-ask .note{font-weight:400}
.to-ask .status-of>.mark{margin-inline-end:6px}
.to-ask .narrows{text-align:end;white-space:nowrap}
[data-size=narrow] .to-ask :is(th,td){padding-inline-end:8px}
.letter summary{font-size:13px;line-height:24px;padding-block:4px;cursor:pointer}
.letter textarea{display:block;box-sizing:border-box;inline-size:100%;padding:8px 12px;font:inherit;font-size:13px;line-height:1.5;color:var(--ink);background:var(--raised);border:1px solid var(--second);border-radius:4px;resize:vertical;field-sizing:content}
.letter .row{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;padding-block:8px}
.copy{min-block-size:32px;padding-inline:16px;border:1px solid var(--second);border-radius:4px;color:var(--accent);font-size:13px;font-weight:600}
.copy:hover{border-color:var(--accent)}
.causes{font-size:13px;display:grid;gap:4px;padding-inline-start:12px;border-inline-start:1px solid var(--rule)}
.causes em{font-style:normal;font-weight:600}
.changes li{grid-template-columns:minmax(0,1fr) auto}
.chase li{display:grid;grid-template-columns:14px minmax(0,1fr);gap:2px 8px;align-items:center;font-size:13px}
.chase .note{grid-column:2}
`;
