// Buttons that only a script can serve stay hidden without one: <button type="button" data-print hidden>.
for (const button of document.querySelectorAll("[data-print], [data-copy]")) button.hidden = false;
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
