const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

/** Why nothing was heard, in words; by the browser's own name of it. */
const faults = {
  'not-allowed': '浏览器没让用话筒。在手机设置里允许后再试，或者打字。',
  'service-not-allowed': '这个浏览器不让用语音，请打字，或用输入法自带的语音键。',
  network: '语音要有网络才认得，现在请打字。',
  'audio-capture': '没找到话筒，请打字。',
};
const nothingHeard = '没听清，请再说一遍，或者打字。';

/**
 * Speaking instead of typing, where the browser offers it: what was heard is written into the input to be looked
 * at, and is sent by nobody but its author. `field`: read and written (`draft`); `say(words)`: a fault or undefined.
 */
export function voiceInput(button, field, say) {
  if (Recognition === undefined) return;
  button.hidden = false;
  let listening;
  const stop = () => {
    listening = undefined;
    button.setAttribute('aria-pressed', 'false');
  };
  button.addEventListener('click', () => {
    if (listening !== undefined) return listening.stop();
    say(undefined);
    const before = field.draft;
    const ear = new Recognition();
    listening = ear;
    ear.lang = 'zh-CN';
    ear.interimResults = true;
    let heard = '';
    ear.addEventListener('result', ({ results }) => {
      heard = [...results].map(([best]) => best.transcript).join('');
      field.draft = `${before}${heard}`;
    });
    ear.addEventListener('error', ({ error }) => {
      if (error !== 'aborted') say(faults[error] ?? nothingHeard);
      heard = ' ';
    });
    ear.addEventListener('end', () => {
      if (heard === '') say(nothingHeard);
      stop();
    });
    button.setAttribute('aria-pressed', 'true');
    ear.start();
  });
}
