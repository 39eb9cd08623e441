(() => {
  const {data, svg, element, percent, fill, fillOf, text} = page;
  const select = document.getElementById('name');
  if (!select) return;
  const boxes = [...document.querySelectorAll('[data-endpoint]')];
  const shapes = [...document.querySelectorAll('[data-code]')];
  const states = new Map(data.states.map((state, i) => [state.endpoints.join(), i]));
  const status = document.getElementById('status');
  function amount(requests) {
    return String(Math.round(requests * 10) / 10);
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
    return [...new Set(sums.flatMap(sum => [...sum.keys()]))].sort((a, b) => data.ends[a].name < data.ends[b].name ? -1 : 1);
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
        element(details, 'summary', `${group.places.length} ${data.noun === 'people' ? 'places' : data.noun}`);
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
  show();
})();
