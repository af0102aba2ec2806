import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

// <div data-island="position" data-active="a b" data-done="c" data-late="b" data-label="…" data-xml="/…/diagram.bpmn">
//   <script type="application/json">{"xml": "…"}</script>   (instead of data-xml)
// data-heat='[{"id": "…", "level": 0-5, "text": "3,2 giờ · 85%"}]' paints where time goes instead of where a dossier stands.
// Texts (data-text-…) come from the page, so the island knows no language.
const list = (text) => (text ?? '').split(/[\s,]+/).filter(Boolean);

async function xmlOf(host) {
  const inline = host.querySelector('script[type="application/json"]');
  if (inline) return JSON.parse(inline.textContent).xml;
  const answer = await fetch(host.dataset.xml, { headers: { Accept: 'application/xml' }, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`diagram: ${answer.status}`);
  return answer.text();
}

function button(text, label, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn btn-quiet btn-sm';
  element.textContent = text;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', act);
  return element;
}

function mark(viewer, host) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  const text = host.dataset;
  const late = new Set(list(text.late));
  const active = new Set([...list(text.active), ...late]);
  const done = new Set(list(text.done).filter((id) => !active.has(id)));

  const label = (id, kind, words) => {
    const badge = document.createElement('span');
    badge.className = `position-mark position-mark-${kind}`;
    const shape = document.createElement('span');
    shape.className = `shape shape-${{ late: 'late', active: 'running', done: 'on-time' }[kind]}`;
    badge.append(shape, words);
    overlays.add(id, 'position', { position: { top: -12, left: 6 }, html: badge, show: { minZoom: 0.35 } });
  };

  for (const id of done) {
    if (!registry.get(id)) continue;
    canvas.addMarker(id, 'at-done');
  }
  for (const id of active) {
    const element = registry.get(id);
    if (!element) continue;
    canvas.addMarker(id, late.has(id) ? 'at-late' : 'at-active');
    label(id, late.has(id) ? 'late' : 'active', late.has(id) ? (text.textLate ?? '') : (text.textActive ?? ''));
    const lane = laneByPlace(registry, element);
    if (lane) canvas.addMarker(lane.id, 'at-lane');
  }
  // The way that was gone: flows between two elements that were both reached.
  const reached = new Set([...done, ...active]);
  registry.forEach((element) => {
    if (element.type === 'bpmn:SequenceFlow' && done.has(element.source?.id) && reached.has(element.target?.id)) {
      canvas.addMarker(element.id, 'at-path');
    }
  });
}

// How hot: as many bars of five as the level, beside the figure; the colour only repeats it.
const bars = (level) => '▮'.repeat(level) + '▯'.repeat(5 - level);

function heat(viewer, host) {
  const registry = viewer.get('elementRegistry');
  for (const { id, level, text } of JSON.parse(host.dataset.heat)) {
    if (!registry.get(id)) continue;
    viewer.get('canvas').addMarker(id, `heat-${level}`);
    const badge = document.createElement('span');
    badge.className = `position-mark position-mark-heat-${level}`;
    badge.append(bars(level), ' ', text);
    viewer.get('overlays').add(id, 'heat', { position: { top: -14, left: 4 }, html: badge, scale: { min: 0.85, max: 1.2 } });
  }
}

const heatLegend = (text) => [1, 2, 3, 4, 5].map((level) => [`heat-${level}`, bars(level), text[`textHeat-${level}`]]);

// Shapes are children of the pool, not of the lane: the lane is where they lie.
function laneByPlace(registry, element) {
  const middle = { x: element.x + element.width / 2, y: element.y + element.height / 2 };
  return registry
    .filter((candidate) => candidate.type === 'bpmn:Lane')
    .filter((lane) => middle.x >= lane.x && middle.x <= lane.x + lane.width && middle.y >= lane.y && middle.y <= lane.y + lane.height)
    .sort((a, b) => a.width * a.height - b.width * b.height)[0];
}

async function show(host) {
  const text = host.dataset;
  const xml = await xmlOf(host);
  const tools = document.createElement('div');
  tools.className = 'position-tools';
  const place = document.createElement('div');
  place.className = 'position-canvas';
  host.append(tools, place);

  // Labels are measured while they are drawn: the font must be there first.
  const family = getComputedStyle(host).fontFamily;
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 12px ${family}`, 'Đăng ký hộ tịch')));
  const viewer = new NavigatedViewer({
    container: place,
    textRenderer: { defaultStyle: { fontFamily: family, fontSize: 12 }, externalStyle: { fontFamily: family, fontSize: 11.5 } },
  });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  // Until somebody zooms or pans, the drawing follows the size of its frame.
  let fitted = true;
  const fit = () => {
    if (!place.clientWidth || !place.clientHeight) return;
    canvas.zoom('fit-viewport', 'auto');
    fitted = true;
  };
  const zoom = (factor) => {
    canvas.zoom(canvas.zoom() * factor);
    fitted = false;
  };

  tools.append(
    button('+', text.textZoomIn ?? '+', () => zoom(1.25)),
    button('−', text.textZoomOut ?? '−', () => zoom(0.8)),
    button(text.textFit ?? '⤢', text.textFit ?? '⤢', fit),
  );
  const legend = document.createElement('ul');
  legend.className = 'position-legend';
  for (const [kind, sign, words] of host.dataset.heat ? heatLegend(text) : []) {
    const item = document.createElement('li');
    item.className = `position-mark-${kind}`;
    item.append(sign, ' ', words ?? '');
    legend.append(item);
  }
  for (const [kind, shape, words] of [['done', 'on-time', text.textDone], ['active', 'running', text.textActive], ['late', 'late', text.textLate]]) {
    if (!words) continue;
    const item = document.createElement('li');
    item.className = `position-mark-${kind}`;
    const sign = document.createElement('span');
    sign.className = `shape shape-${shape}`;
    item.append(sign, words);
    legend.append(item);
  }
  tools.append(legend);

  const drawing = place.querySelector('svg');
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', text.label ?? '');
  // Read-only drawing: the arrow keys pan, + and - zoom, 0 fits.
  drawing.addEventListener('keydown', (event) => {
    const step = 60;
    const pan = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
    if (pan) {
      canvas.scroll({ dx: pan[0], dy: pan[1] });
      fitted = false;
    } else if (event.key === '+' || event.key === '=') zoom(1.25);
    else if (event.key === '-') zoom(0.8);
    else if (event.key === '0') fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  if (host.dataset.heat) heat(viewer, host);
  else mark(viewer, host);
  fit();
  place.addEventListener('pointerdown', () => (fitted = false));
  place.addEventListener('wheel', () => (fitted = false), { passive: true });
  new ResizeObserver(() => {
    canvas.resized();
    if (fitted) fit();
  }).observe(place);
  host.dataset.ready = 'yes';
}

function start(root) {
  for (const host of root.querySelectorAll('[data-island="position"]:not([data-started])')) {
    host.dataset.started = 'yes';
    show(host).catch((failure) => {
      // The ordered list beside the drawing says the same; the page stays usable.
      console.error(failure);
      host.hidden = true;
    });
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => start(document));
else start(document);
document.addEventListener('htmx:afterSettle', () => start(document));
