// Papers beside a form: one link a paper, one pane. Pictures are enlarged and turned by classes; PDF files bring a viewer of
// their own. Without script each link is a page that shows the paper.
const ZOOMS = 4;

const viewer = () => document.querySelector('[data-viewer]');

export function startViewer() {
  const host = viewer();
  if (!host) return;
  const tools = host.querySelector('[data-viewer-tools]');
  const pane = host.querySelector('[data-viewer-pane]');
  let zoom = 0;
  let turn = 0;

  const apply = () => {
    const image = pane?.querySelector('img');
    if (tools) tools.hidden = !image;
    if (image) image.className = `zoom-${zoom} turn-${turn}`;
  };
  const show = (link) => {
    const element = document.createElement(link.dataset.image === 'true' ? 'img' : 'iframe');
    element.src = link.dataset.paper;
    element[element.localName === 'img' ? 'alt' : 'title'] = link.textContent;
    pane.replaceChildren(element);
    pane.scrollTo(0, 0);
    for (const other of host.querySelectorAll('[data-paper]')) other.toggleAttribute('aria-current', false);
    link.setAttribute('aria-current', 'true');
    const own = host.querySelector('[data-viewer-own]');
    if (own) own.href = link.dataset.paper;
    zoom = 0;
    turn = 0;
    apply();
  };

  host.addEventListener('click', (event) => {
    const link = event.target.closest('[data-paper]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(link);
    }
    const button = event.target.closest('[data-zoom]');
    if (button) zoom = Math.min(ZOOMS, Math.max(0, zoom + Number(button.dataset.zoom)));
    if (event.target.closest('[data-turn]')) turn = (turn + 90) % 360;
    apply();
  });
  apply();
}

/** The paper before or after the one that is shown; for the keys. */
export function turnOver(step) {
  const links = [...(viewer()?.querySelectorAll('[data-paper]') ?? [])];
  const at = links.findIndex((link) => link.hasAttribute('aria-current'));
  const link = links[(at + step + links.length) % links.length];
  link?.click();
  return Boolean(link);
}
