'use strict';
// What all pages with a map have: the data, elements, and a pattern for each answer.
const page = (() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const SVG = 'http://www.w3.org/2000/svg';
  // Okabe and Ito's palette for color-blind readers, and darker tones of it.
  const COLORS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442', '#7a5195'];
  const TEXTURES = ['', 'M0,8L8,0', 'M0,4H8', 'M4,0V8', 'M0,0L8,8', 'M0,8L8,0M0,0L8,8', 'M0,4H8M4,0V8'];
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

  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const details of closed) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });
  return {data, svg, element, percent, fill, fillOf, text};
})();
