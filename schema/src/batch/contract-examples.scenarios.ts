/** The example of contract.md, byte for byte: the question on one line. */
export const g12Question =
  '{"id":"G12","ruleSet":"ND335-2025/CIVIL_SERVANT","role":"LEADER","general":"25",' +
  '"items":[{"units":"40","origin":"PLANNED","outcome":"DONE","errors":0,"delays":1},' +
  '{"units":"20","origin":"PLANNED","outcome":"DONE","errors":1,"delays":0},' +
  '{"units":"20","origin":"PLANNED","outcome":"NOT_DONE"}],' +
  '"unitResult":50,"organising":50,"cohesion":50}';

/** Its answer up to the explanation, byte for byte as in contract.md. */
export const g12Answer =
  '{"id":"G12","state":"SCORED","quantity":"3/4","quality":"11/16","progress":"5/8","unitResult":"1/2","organising":"1/2","cohesion":"1/2",' +
  '"raw":{"quantity":"3/4","quality":"11/16","progress":"5/8"},"extraUnits":"0",' +
  '"resultPoints":"665/16","total":"1065/16","display":"66.56","level":"COMPLETED","explanation":[';

/** The lines of its explanation, which contract.md leaves out. */
export const g12Explanation: readonly string[] = [
  '{"step":"general","rule":"ND335-2025.general","source":{"instrument":"335/2025/NĐ-CP","clause":"art. 12(2)","effectiveFrom":"2026-01-01","effectiveTo":null,"url":null,"certainty":"VERIFIED"},"value":"25","points":"25","items":[]}',
  '{"step":"quantity","rule":"ND335-2025.quantity","source":{"instrument":"335/2025/NĐ-CP","clause":"art. 14","effectiveFrom":"2026-01-01","effectiveTo":null,"url":null,"certainty":"VERIFIED"},"value":"3/4","points":"35/4","items":[{"index":0,"value":"40"},{"index":1,"value":"20"},{"index":2,"value":"0"}]}',
  '{"step":"quality","rule":"ND335-2025.quality","source":{"instrument":"335/2025/NĐ-CP","clause":"art. 14(2)(b)(c)","effectiveFrom":"2026-01-01","effectiveTo":null,"url":null,"certainty":"VERIFIED"},"value":"11/16","points":"385/48","items":[{"index":0,"value":"40"},{"index":1,"value":"15"},{"index":2,"value":"0"}]}',
  '{"step":"progress","rule":"ND335-2025.progress","source":{"instrument":"335/2025/NĐ-CP","clause":"art. 14(2)(b)(c)","effectiveFrom":"2026-01-01","effectiveTo":null,"url":null,"certainty":"VERIFIED"},"value":"5/8","points":"175/24","items":[{"index":0,"value":"30"},{"index":1,"value":"20"},{"index":2,"value":"0"}]}',
  '{"step":"unitResult","rule":"ND335-2025.unitResult","source":{"instrument":"335/2025/NĐ-CP","clause":"art. 15(3), (4)","effectiveFrom":"2026-01-01","effectiveTo":null,"url":null,"certainty":"VERIFIED"},"value":"1/2","points":"35/6","items":[]}',
  '{"step":"organising","rule":"ND335-2025.organising","source":{"instrument":"335/2025/NĐ-CP","clause":"art. 15(3), (4)","effectiveFrom":"2026-01-01","effectiveTo":null,"url":null,"certainty":"VERIFIED"},"value":"1/2","points":"35/6","items":[]}',
  '{"step":"cohesion","rule":"ND335-2025.cohesion","source":{"instrument":"335/2025/NĐ-CP","clause":"art. 15(3), (4)","effectiveFrom":"2026-01-01","effectiveTo":null,"url":null,"certainty":"VERIFIED"},"value":"1/2","points":"35/6","items":[]}',
];

/** The answer where nothing was planned, byte for byte as in contract.md. */
export const g14Answer = '{"id":"G14","state":"INSUFFICIENT_DATA","extraUnits":"0"}';

/** The example of contract.md, byte for byte, its lines joined to one. */
export const agency1Question =
  '{"id":"agency-1","ruleSet":"ND335-2025/CIVIL_SERVANT","year":2026,"unit":{"level":"GOOD","outstanding":false},' +
  '"people":[' +
  '{"code":"A","role":"HEAD","group":"g1","months":["93","93","93","93","93","93","93","93","93","93","93","93"],"workedMonths":12,"leave":"NONE","resultPoints":"64","quality":"0.95","delays":0},' +
  '{"code":"B","role":"DEPUTY","group":"g1","months":["92.5","92.5","92.5","92.5","92.5","92.5","92.5","92.5","92.5","92.5","92.5","92.5"],"workedMonths":12,"leave":"NONE","resultPoints":"64","quality":"0.95","delays":0},' +
  '{"code":"C","role":"STAFF","group":"g1","months":["94.5","91",null,"90","92","95","89","93","90","91","90","92"],"workedMonths":12,"leave":"NONE","resultPoints":"64","quality":"0.95","delays":0},' +
  '{"code":"D","role":"STAFF","group":"g1","months":["95.8","95.8","95.8","95.8","95.8","95.8","95.8","95.8","95.8","95.8","95.8","95.8"],"workedMonths":12,"leave":"NONE","resultPoints":"64","quality":"0.95","delays":0,' +
  '"discipline":[{"form":"REPRIMAND","cause":"PUBLIC_DUTY","countsInYear":true}]}],' +
  '"parameters":{"quotaBasis":"HTT_AND_ABOVE","quotaMinOne":true}}';

/** Its answer, with `[…]` for each trace, which contract.md leaves out. */
export const agency1Answer =
  '{"id":"agency-1","quota":{"pool":2,"limit":1,"groups":{"g1":{"pool":2,"limit":1}}},' +
  '"people":[{"code":"A","mean":"93","scoreLevel":"OUTSTANDING","level":"GOOD","flags":["HEAD_CAP"],"trace":[…]},' +
  '{"code":"B","mean":"185/2","scoreLevel":"OUTSTANDING","level":"OUTSTANDING","flags":[],"trace":[…]},' +
  '{"code":"C","mean":"2015/22","scoreLevel":"OUTSTANDING","level":"GOOD","flags":["INCOMPLETE_MONTHS","QUOTA"],"trace":[…]},' +
  '{"code":"D","mean":"479/5","scoreLevel":"OUTSTANDING","level":"NOT_COMPLETED","flags":["FORCED"],"trace":[…]}]}';
