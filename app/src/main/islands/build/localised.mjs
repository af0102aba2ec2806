// The few places where form-js-viewer asks the browser's settings or speaks English without passing through translate.
// The build fails when one of them moves, so nothing turns English unseen.
const changes = [
  // A date is dd/mm/yyyy on every machine of every office.
  ["function getLocaleDateFormat(locale = 'default') {", "function getLocaleDateFormat(locale = 'en-GB') {"],
  ['children: "Browse"', 'children: document.documentElement.lang === "en" ? "Browse" : "Chọn tệp"'],
];

export function localisedFormJs() {
  return {
    name: 'localised-form-js',
    transform(code, id) {
      if (!id.includes('form-js-viewer/dist/index.es.js')) return null;
      let changed = code;
      for (const [from, to] of changes) {
        if (!changed.includes(from)) throw new Error(`form-js-viewer has changed, look again: ${from}`);
        changed = changed.replace(from, to);
      }
      return { code: changed, map: null };
    },
  };
}
