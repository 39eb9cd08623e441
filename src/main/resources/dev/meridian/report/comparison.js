(() => {
  const {data, svg, element, fill, fillOf, text} = page;
  const select = document.getElementById('name');
  if (!select) return;
  // The page has the shapes once.
  for (const map of document.querySelectorAll('#before .map')) {
    const copy = map.cloneNode(true);
    copy.id = `${map.id}-after`;
    copy.setAttribute('aria-label', map.getAttribute('aria-label').replace('before', 'after'));
    document.getElementById('after').append(copy);
  }
  const sides = {
    before: [...document.querySelectorAll('#before [data-code]')],
    after: [...document.querySelectorAll('#after [data-code]')],
  };
  const none = new Set();

  function showLegend(name) {
    const legend = document.getElementById('legend');
    legend.replaceChildren();
    const ends = new Set();
    for (const group of name.groups) {
      for (const answer of [group.before, group.after]) {
        data.answers[answer].forEach((end, i) => { if (i % 2 === 0) ends.add(end); });
      }
    }
    for (const end of [...ends].sort((a, b) => a - b)) {
      const item = element(legend, 'li');
      const swatch = svg(item, 'svg', {class: 'swatch', viewBox: '0 0 26 16', 'aria-hidden': 'true'});
      svg(swatch, 'rect', {width: 26, height: 16, fill: fillOf(end)});
      item.append(data.ends[end].name);
    }
  }

  function show() {
    const name = data.names[Number(select.value)];
    const byCode = new Map();
    for (const group of name.groups) {
      for (const place of group.places) byCode.set(data.places[place][0], {group, name: data.places[place][1]});
    }
    for (const [side, shapes] of Object.entries(sides)) {
      for (const shape of shapes) {
        const found = byCode.get(shape.dataset.code);
        if (!found) continue;
        const {before, after, changed} = found.group;
        shape.style.fill = fill(side === 'before' ? before : after);
        shape.classList.toggle('changed', changed);
        shape.classList.toggle('kept', !changed);
        shape.firstElementChild.textContent = changed
          ? `${found.name}: before ${text(before, none)}; after ${text(after, none)}`
          : `${found.name}: ${text(before, none)}`;
      }
      // The outlines of neighbors would cover a thick one.
      for (const shape of shapes) if (shape.classList.contains('changed')) shape.parentNode.append(shape);
    }
    document.getElementById('status').textContent = name.summary;
    showLegend(name);
  }

  select.addEventListener('change', show);
  show();
})();
