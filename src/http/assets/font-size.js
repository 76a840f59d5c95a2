// Before anything is drawn: the size of letters this person chose on this device.
(() => {
  const sizes = ['', 'big', 'huge'];
  try {
    const chosen = localStorage.getItem('ruhu-font') ?? '';
    if (sizes.includes(chosen) && chosen !== '') document.documentElement.classList.add(chosen);
  } catch {
    // Storage is switched off: the usual size.
  }
})();
