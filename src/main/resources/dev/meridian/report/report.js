'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const select = document.getElementById('name');
  if (!select) return;
  const SVG = 'http://www.w3.org/2000/svg';
  // Okabe and Ito's palette for color-blind readers, and darker tones of it.
  const COLORS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442', '#7a5195'];
  const TEXTURES = ['', 'M0,8L8,0', 'M0,4H8', 'M4,0V8', 'M0,0L8,8', 'M0,8L8,0M0,0L8,8', 'M0,4H8M4,0V8'];
  const boxes = [...document.querySelectorAll('[data-endpoint]')];
  const shapes = [...document.querySelectorAll('[data-code]')];
  const states = new Map(data.states.map((state, i) => [state.endpoints.join(), i]));
  const status = document.getElementById('status');
  const defs = document.createElementNS(SVG, 'svg');
  defs.setAttribute('width', '0');
  defs.setAttribute('height', '0');
  defs.setAttribute('aria-hidden', 'true');
  document.body.append(defs);

  function svg(parent, tag, attributes) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    parent.append(node);
    return node;
  }

  function element(parent, tag, text, kind) {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (kind) node.className = kind;
    parent.append(node);
    return node;
  }

  // The same digits as the command line.
  function percent(share) {
    const number = share * 100;
    if (number > 0 && number < 0.05) return '< 0.1 %';
    const tenths = Math.round(number * 10);
    return `${Math.floor(tenths / 10)}.${tenths % 10} %`;
  }

  function amount(requests) {
    return String(Math.round(requests * 10) / 10);
  }

  function color(end) {
    if (data.ends[end].kind === 'nobody') return '#d1242f';
    if (data.ends[end].kind === 'unknown') return '#8c959f';
    return COLORS[end % COLORS.length];
  }

  function draw(parent, end, x, width) {
    svg(parent, 'rect', {x, y: 0, width, height: 8, fill: color(end)});
  }

  const fills = new Map();
  // A pattern for an answer: the texture of its endpoint, or stripes with widths by share.
  function fill(answer) {
    const shares = data.answers[answer];
    if (!fills.has(answer)) {
      const id = `answer-${answer}`;
      const single = shares.length === 2;
      const size = single ? 8 : 16;
      const pattern = svg(defs, 'pattern', {id, width: size, height: 8, patternUnits: 'userSpaceOnUse'});
      if (single) {
        const end = shares[0];
        draw(pattern, end, 0, 8);
        const texture = data.ends[end].kind === 'nobody' ? TEXTURES[5] : TEXTURES[end % TEXTURES.length];
        if (texture) svg(pattern, 'path', {d: texture, stroke: '#000', 'stroke-opacity': '.45', 'stroke-width': '1', fill: 'none'});
      } else {
        pattern.setAttribute('patternTransform', 'rotate(45)');
        for (let i = 0, x = 0; i < shares.length; i += 2) {
          draw(pattern, shares[i], x, shares[i + 1] * size);
          x += shares[i + 1] * size;
        }
      }
      fills.set(answer, `url(#${id})`);
    }
    return fills.get(answer);
  }

  const single = new Map();
  data.answers.forEach((shares, i) => { if (shares.length === 2) single.set(shares[0], i); });
  function fillOf(end) {
    if (!single.has(end)) {
      data.answers.push([end, 1]);
      single.set(end, data.answers.length - 1);
    }
    return fill(single.get(end));
  }

  function text(answer, down) {
    const parts = [];
    const shares = data.answers[answer];
    for (let i = 0; i < shares.length; i += 2) {
      const end = data.ends[shares[i]].name + (down.has(shares[i]) ? ' (down)' : '');
      parts.push(shares.length === 2 ? end : `${end} ${percent(shares[i + 1])}`);
    }
    return parts.join(', ');
  }

  // Each endpoint's share of a name's clients.
  function totals(name, state) {
    const sums = new Map();
    name.classes.forEach((one, i) => {
      const shares = data.answers[name.states[state][i]];
      for (let j = 0; j < shares.length; j += 2) {
        sums.set(shares[j], (sums.get(shares[j]) || 0) + shares[j + 1] * one.share);
      }
    });
    return sums;
  }

  function loads(state) {
    const sums = new Map();
    for (const name of data.names) {
      totals(name, state).forEach((share, end) => sums.set(end, (sums.get(end) || 0) + share * name.traffic));
    }
    return sums;
  }

  function endCell(row, end, down) {
    const cell = element(row, 'th');
    cell.scope = 'row';
    const swatch = svg(cell, 'svg', {class: 'swatch', viewBox: '0 0 26 16', 'aria-hidden': 'true'});
    svg(swatch, 'rect', {width: 26, height: 16, fill: fillOf(end)});
    cell.append(data.ends[end].name);
    if (down.has(end)) element(cell, 'span', ' (down)', 'down');
  }

  function number(row, text) {
    element(row, 'td', text, 'number');
  }

  function body(id) {
    const found = document.getElementById(id);
    found.replaceChildren();
    return found;
  }

  function sorted(...sums) {
    return [...new Set(sums.flatMap(sum => [...sum.keys()]))].sort((a, b) => a - b);
  }

  function showShares(before, now, down) {
    const rows = body('shares');
    for (const end of sorted(before, now)) {
      const row = element(rows, 'tr');
      endCell(row, end, down);
      number(row, percent(before.get(end) || 0));
      number(row, percent(now.get(end) || 0));
    }
  }

  function showPlaces(name, state, down) {
    const groups = new Map();
    const byCode = new Map();
    name.classes.forEach((one, i) => {
      const answer = name.states[state][i];
      if (!groups.has(answer)) groups.set(answer, {share: 0, places: []});
      groups.get(answer).share += one.share;
      for (const place of one.places) {
        groups.get(answer).places.push(data.places[place][1]);
        byCode.set(data.places[place][0], {answer, name: data.places[place][1]});
      }
    });
    const rows = body('places');
    const order = [...groups].sort((a, b) => b[1].share - a[1].share || a[0] - b[0]);
    for (const [answer, group] of order) {
      const row = element(rows, 'tr');
      const cell = element(row, 'th', text(answer, down));
      cell.scope = 'row';
      number(row, percent(group.share));
      const clients = element(row, 'td');
      if (group.places.length > 12) {
        const details = element(clients, 'details');
        element(details, 'summary', `${group.places.length} places`);
        details.append(group.places.join(', '));
      } else {
        clients.textContent = group.places.join(', ');
      }
    }
    for (const shape of shapes) {
      const found = byCode.get(shape.dataset.code);
      if (found) {
        shape.style.fill = fill(found.answer);
        shape.firstElementChild.textContent = `${found.name}: ${text(found.answer, down)}`;
      }
    }
  }

  function showLoads(state, down) {
    const before = loads(0);
    const now = loads(state);
    const rows = body('loads');
    for (const end of sorted(before, now)) {
      const capacity = data.ends[end].capacity;
      const then = now.get(end) || 0;
      if (!then && !before.get(end) && capacity === null) continue;
      const row = element(rows, 'tr');
      endCell(row, end, down);
      number(row, amount(before.get(end) || 0));
      number(row, amount(then));
      number(row, capacity === null ? '-' : amount(capacity));
      const over = capacity !== null && then > capacity;
      element(row, 'td', over ? `over by ${amount(then - capacity)}` : '', 'over');
    }
    document.getElementById('load').hidden = false;
  }

  function show() {
    const taken = boxes.filter(box => box.checked).map(box => Number(box.dataset.endpoint));
    for (const box of boxes) box.disabled = !box.checked && taken.length >= data.failures;
    const state = states.get(taken.join());
    const down = new Set(data.states[state].down);
    const name = data.names[Number(select.value)];
    const now = totals(name, state);
    let unanswered = 0;
    let stranded = 0;
    now.forEach((share, end) => {
      if (data.ends[end].kind === 'nobody') unanswered += share;
      if (down.has(end)) stranded += share;
    });
    const parts = [`${name.name}: ${taken.length ? `${taken.map(i => data.endpoints[i]).join(', ')} down` : 'nothing is down'}`];
    if (unanswered) parts.push(`${percent(unanswered)} of the ${data.noun} get no answer`);
    if (stranded) parts.push(`${percent(stranded)} of the ${data.noun} are sent to an endpoint that is down`);
    status.textContent = `${parts.join('; ')}.`;
    showShares(totals(name, 0), now, down);
    showPlaces(name, state, down);
    if (data.loads) showLoads(state, down);
  }

  select.addEventListener('change', show);
  for (const box of boxes) box.addEventListener('change', show);
  const reset = document.getElementById('reset');
  if (reset) {
    reset.addEventListener('click', () => {
      for (const box of boxes) box.checked = false;
      show();
    });
  }
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const details of closed) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });
  show();
})();
