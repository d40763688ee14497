// Keeps what is being typed while the connection is lost: <form data-draft="kegiatan-01J" data-draft-version="7">.
// Kept on this device for a week; dropped once a page shows that it was saved, and on sign-out (<form data-forget-drafts>).
// The sign-in page shows nothing: a form sent after the session ended led there, and comes back with the form.
{
  const prefix = "draf:";
  const week = 7 * 24 * 3600 * 1000;
  const forms = [...document.querySelectorAll("form[data-draft]")];
  const read = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const write = (key, draft) => { try { localStorage.setItem(key, JSON.stringify(draft)); } catch { /* full or forbidden */ } };
  const keys = () => { try { return Object.keys(localStorage).filter((key) => key.startsWith(prefix)); } catch { return []; } };
  const owner = document.querySelector("header .account")?.getAttribute("href") ?? "";
  const keyOf = (form) => prefix + owner + ":" + form.dataset.draft;
  const fields = (form) => [...form.elements].filter((field) => field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type));
  const values = (form) => fields(form).map((field) => [field.name, field.value, field.type === "radio" || field.type === "checkbox" ? field.checked : null]);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  const fill = (form, kept) => {
    fields(form).forEach((field, index) => {
      const [name, value, checked] = kept[index] ?? [];
      if (name !== field.name) return;
      if (checked === null) field.value = value;
      else field.checked = checked;
    });
  };

  const offer = (form, key, draft) => {
    const words = document.getElementById("draf-tersimpan");
    if (!words) return;
    const notice = words.content.firstElementChild.cloneNode(true);
    notice.addEventListener("click", (event) => {
      const choice = event.target.closest("button")?.value;
      if (!choice) return;
      if (choice === "restore") fill(form, draft.values);
      else localStorage.removeItem(key);
      notice.remove();
    });
    form.before(notice);
  };

  const sayLost = (form) => {
    const words = document.getElementById("draf-terputus");
    if (!words || form.previousElementSibling?.dataset.lost) return;
    const notice = words.content.firstElementChild.cloneNode(true);
    notice.dataset.lost = "1";
    form.before(notice);
  };

  const here = new Set(forms.map(keyOf));
  for (const key of keys()) {
    const draft = read(key);
    const left = draft?.sent && !here.has(key) && location.pathname !== "/masuk";
    if (!draft || left || Date.now() - draft.at > week) localStorage.removeItem(key);
  }

  for (const form of forms) {
    const key = keyOf(form);
    const version = form.dataset.draftVersion ?? "";
    const shown = values(form);
    const draft = read(key);
    const refused = form.querySelector("[aria-invalid]");
    if (draft && (draft.version !== version || refused || same(draft.values, shown))) localStorage.removeItem(key);
    else if (draft) offer(form, key, draft);

    let waiting;
    const keep = (sent) => write(key, { at: Date.now(), version, sent, values: values(form) });
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => keep(false), 400);
    });
    form.addEventListener("submit", (event) => {
      clearTimeout(waiting);
      keep(navigator.onLine);
      if (navigator.onLine) return;
      event.preventDefault();
      sayLost(form);
    });
  }

  document.addEventListener("submit", (event) => {
    if (event.target.closest("[data-forget-drafts]")) for (const key of keys()) localStorage.removeItem(key);
  });
}
