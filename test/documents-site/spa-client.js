// A single-page document list: rows are recycled while one scrolls, the address changes without a load, and the
// content follows the address only when the answer is there, as in real systems.
const rowHeight = 44;
const main = document.querySelector('main');
let generation = 0;

const element = (name, className, text) => {
  const node = document.createElement(name);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

const go = (address) => {
  history.pushState(null, '', address);
  show();
};

const fetchJson = async (path) => (await fetch(path)).json();

const fillRow = (row, record) => {
  row.dataset.secrecy = record.secrecy;
  row.dataset.role = record.role;
  row.onclick = () => go(`/spa/van-ban/${record.id}`);
  const texts = [record.number, record.summary, record.issuer, record.handler, record.deadline];
  texts.forEach((text, index) => {
    row.children[index].textContent = text;
  });
};

const showList = (records, page) => {
  const head = element('div', 'ds-dau');
  head.setAttribute('role', 'row');
  for (const title of ['Số/ký hiệu', 'Trích yếu', 'Nơi gửi', 'Người xử lý', 'Hạn xử lý']) {
    const cell = element('span', '', title);
    cell.setAttribute('role', 'columnheader');
    head.append(cell);
  }
  const scroller = element('div', 'ds-cuon');
  const box = element('div', 'ds-khung');
  box.dataset.page = page;
  box.style.height = `${records.length * rowHeight}px`;
  scroller.append(box);
  const pool = [];
  const draw = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 3);
    const count = Math.min(records.length - first, Math.ceil(560 / rowHeight) + 6);
    while (pool.length < count) {
      const row = element('div', 'ds-dong');
      row.setAttribute('role', 'row');
      for (let index = 0; index < 5; index++) {
        const cell = element('span', 'o');
        cell.setAttribute('role', 'cell');
        row.append(cell);
      }
      pool.push(row);
      box.append(row);
    }
    // Row n of the list always takes node n % pool: a node shows another document after a scroll.
    for (let index = first; index < first + count; index++) {
      const row = pool[index % pool.length];
      if (row.dataset.index === String(index)) continue;
      row.dataset.index = String(index);
      row.style.transform = `translateY(${index * rowHeight}px)`;
      fillRow(row, records[index]);
    }
  };
  scroller.addEventListener('scroll', draw, { passive: true });
  const pages = element('p', 'trang');
  for (const number of [1, 2, 3]) {
    const link = element('a', '', `Trang ${number} `);
    link.href = `/spa/van-ban-den?page=${number}`;
    pages.append(link);
  }
  main.replaceChildren(element('h1', '', `Văn bản đến — trang ${page}`), head, scroller, pages);
  draw();
};

const showDocument = (record) => {
  const article = element('article', 'van-ban');
  article.dataset.id = record.id;
  const list = element('dl', '');
  const lines = [
    ['number', 'Số/ký hiệu', record.number],
    ['summary', 'Trích yếu', record.summary],
    ['issuer', 'Nơi gửi', record.issuer],
    ['date', 'Ngày văn bản', record.date],
    ['secrecy', 'Độ mật', record.secrecy],
    ['handler', 'Người xử lý', record.handler],
    ['deadline', 'Hạn xử lý', record.deadline],
  ];
  for (const [field, title, value] of lines) {
    const description = element('dd', '', value);
    description.dataset.field = field;
    list.append(element('dt', '', title), description);
  }
  article.append(list);
  const back = element('a', '', 'Về danh sách');
  back.href = '/spa/van-ban-den';
  const next = element('a', 'tiep', 'Văn bản tiếp theo');
  next.href = `/spa/van-ban/${record.id + 1}`;
  main.replaceChildren(element('h1', '', 'Chi tiết văn bản'), article, back, ' · ', next);
};

async function show() {
  const mine = ++generation;
  const address = new URL(location.href);
  const id = /^\/spa\/van-ban\/(\d+)$/.exec(address.pathname)?.[1];
  const page = address.searchParams.get('page') ?? '1';
  const size = address.searchParams.get('size') ?? '200';
  const answer = await fetchJson(id ? `/spa/api/documents/${id}` : `/spa/api/documents?page=${page}&size=${size}`);
  if (mine !== generation) return;
  if (id) showDocument(answer);
  else showList(answer, page);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/spa/"]');
  if (!link) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
addEventListener('popstate', show);
show();
