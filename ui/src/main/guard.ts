// Must be the first import of every page: under LANG=C the webview calls its language "C", which no Intl function
// accepts, and a library that asks at import would leave the window blank.
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en', configurable: true });
  Object.defineProperty(navigator, 'languages', { value: ['en'], configurable: true });
}

export {};
