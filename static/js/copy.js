// Copies the text of a field: <button type="button" data-copy="#teks" data-copied="Tersalin">.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  const source = button && document.querySelector(button.dataset.copy);
  if (!source) return;
  const text = source.value ?? source.textContent;
  try {
    await navigator.clipboard.writeText(text.trim());
  } catch {
    // Without the clipboard (plain http in an office network) the text is selected, ready for Ctrl+C.
    source.select?.();
    return;
  }
  const words = button.lastChild;
  const before = words.textContent;
  if (before === button.dataset.copied) return;
  words.textContent = button.dataset.copied ?? before;
  setTimeout(() => { words.textContent = before; }, 3000);
});
