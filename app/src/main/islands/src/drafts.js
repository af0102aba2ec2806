// What is typed into a step is kept on the server after a pause. <form data-draft="/tasks/1/draft"> with the fields data
// and note, and [data-draft-state] for the sentence that the server answers with. Nothing is sent before
// somebody touched the form: viewers change fields of their own accord when they open.
const PAUSE = 1500;

export function startDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) watch(form);
}

function watch(form) {
  const state = form.querySelector('[data-draft-state]');
  let touched = false;
  let waiting = 0;
  let sent = '';
  let over = false;

  const body = () => {
    const all = new URLSearchParams();
    for (const name of ['data', 'note']) if (form.elements[name]) all.set(name, form.elements[name].value);
    return all;
  };
  const say = (words, grave) => {
    if (!state) return;
    state.textContent = words;
    state.classList.toggle('is-grave', grave);
  };
  const keep = async (last) => {
    clearTimeout(waiting);
    const all = body();
    if (over || form.dataset.sent || all.toString() === sent) return;
    sent = all.toString();
    try {
      const header = document.querySelector('meta[name="csrf-header"]')?.content;
      const headers = header ? { [header]: document.querySelector('meta[name="csrf-token"]').content } : {};
      const answer = await fetch(form.dataset.draft, { method: 'POST', body: all, headers, credentials: 'same-origin', keepalive: last });
      if (answer.ok || answer.status === 409) {
        over = answer.status === 409;
        say(await answer.text(), over);
        document.dispatchEvent(new CustomEvent('draft:kept'));
      } else throw new Error(`draft: ${answer.status}`);
    } catch {
      sent = '';
      say(state?.dataset.textFailed ?? '', true);
    }
  };
  const later = () => {
    if (!touched) return;
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  };

  for (const kind of ['input', 'change', 'click', 'keydown']) form.addEventListener(kind, (event) => (touched ||= event.isTrusted), true);
  form.addEventListener('input', later);
  form.addEventListener('island:changed', later);
  // Whoever goes elsewhere in the middle of a word has it kept all the same.
  window.addEventListener('pagehide', () => touched && keep(true));
}
