const granted = /([^是不])(?:倒是?|是)(?:都|也|全)?\1/u;

/** 交倒是交了, 有是有: what is granted so has a 但 behind it, said or not. */
export function isGranted(text: string): boolean {
  return granted.test(text);
}
