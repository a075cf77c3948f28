// Lists as modern systems draw them: a grid eight open shadow roots deep whose rows are hosts themselves, a virtual list with a head that
// sticks (rows moved by `transform`, or fixed nodes that only change their text with ?kieu=co-dinh), and cards.
const place = document.querySelector('#cho');
const parameters = new URL(location.href).searchParams;
if (parameters.has('toi')) document.documentElement.className = 'toi';
if (parameters.has('zoom')) place.style.zoom = parameters.get('zoom');
if (parameters.has('scale'))
  Object.assign(place.style, { transform: `scale(${parameters.get('scale')})`, transformOrigin: '0 0' });

const headings = ['Số/ký hiệu', 'Trích yếu', 'Nơi gửi', 'Người xử lý', 'Hạn xử lý', 'Độ mật'];
const textsOf = (record) => [
  record.number,
  record.summary,
  record.issuer,
  record.handler,
  record.deadline,
  record.secrecy,
];

const element = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};
const line = (role, className, texts) =>
  element(
    'div',
    { role: 'row', class: className },
    ...texts.map((text, index) => element('div', { role, 'aria-colindex': index + 1 }, text)),
  );

// What a row does when one clicks it, double-clicks it or points at it; `heard` tells a test.
window.heard = [];
const act = (row, record) => {
  for (const type of ['click', 'dblclick', 'mouseover', 'contextmenu', 'keydown']) {
    row.addEventListener(type, () => window.heard.push(`${type} ${record().number}`));
  }
};

const drawShadow = (records) => {
  let root = place;
  for (let depth = 1; depth <= 8; depth++) {
    const host = element(`x-lop-${depth}`);
    root.append(host);
    root = host.attachShadow({ mode: 'open' });
    root.append(
      element(
        'style',
        {},
        ':host { display: block } .dau, .bang { display: block } .dau { display: flex; background: #dde6ee } .dau > * { flex: 1; padding: 8px }',
      ),
    );
  }
  const grid = element('div', { role: 'grid', class: 'bang' }, line('columnheader', 'dau', headings));
  for (const record of records.slice(0, 30)) {
    const row = element('x-dong', { role: 'row' });
    const inner = row.attachShadow({ mode: 'open' });
    inner.append(
      element(
        'style',
        {},
        ':host { display: flex; border-bottom: 1px solid #ddd } div { flex: 1; padding: 8px; overflow: hidden; white-space: nowrap }',
      ),
      ...textsOf(record).map((text, index) => element('div', { role: 'gridcell', 'aria-colindex': index + 1 }, text)),
    );
    act(row, () => record);
    grid.append(row);
  }
  root.append(grid);
};

const rowHeight = 44;
const drawVirtual = (records) => {
  const isFixed = parameters.get('kieu') === 'co-dinh';
  const box = element('div', { class: 'khung' });
  const scroller = element('div', { class: 'cuon', role: 'grid' }, line('columnheader', 'dau', headings), box);
  box.style.height = `${records.length * rowHeight}px`;
  const pool = [];
  // Fixed nodes: the box of rows stays in sight and its nodes are given other documents.
  const inner = isFixed
    ? element('div', { class: 'khung', style: 'position: sticky; top: 40px; height: 484px; overflow: hidden' })
    : box;
  if (isFixed) box.append(inner);
  const draw = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - (isFixed ? 0 : 3));
    const count = Math.min(records.length - first, isFixed ? 11 : 18);
    while (pool.length < count) {
      const row = line('gridcell', 'dong', headings);
      pool.push({ row, record: null });
      act(row, () => pool.find((one) => one.row === row).record);
      inner.append(row);
    }
    for (let index = first; index < first + count; index++) {
      const one = pool[isFixed ? index - first : index % pool.length];
      one.row.style.transform = `translateY(${(isFixed ? index - first : index) * rowHeight}px)`;
      if (one.record === records[index]) continue;
      one.record = records[index];
      textsOf(one.record).forEach((text, cell) => {
        one.row.children[cell].textContent = text;
      });
    }
  };
  scroller.addEventListener('scroll', draw, { passive: true });
  place.append(scroller);
  draw();
  window.sortRows = () => {
    records.reverse();
    draw();
  };
};

const drawCards = (records) => {
  for (const record of records.slice(0, 20)) {
    const card = element(
      'article',
      { class: 'the', 'data-mat': record.secrecy },
      element('h2', {}, record.number),
      element('p', { class: 'trich-yeu' }, record.summary),
      element('p', {}, 'Người xử lý: ', element('b', { class: 'nguoi' }, record.handler)),
      element('p', {}, 'Hạn xử lý: ', element('time', {}, record.deadline)),
    );
    act(card, () => record);
    place.append(card);
  }
};

const records = await (await fetch('/spa/api/documents?size=300')).json();
({
  '/luoi/bong': drawShadow,
  '/luoi/cuon': drawVirtual,
  '/luoi/cuon-trong': drawVirtual,
  '/luoi/the': drawCards,
  '/luoi/dua': () => undefined,
})[location.pathname](records);
