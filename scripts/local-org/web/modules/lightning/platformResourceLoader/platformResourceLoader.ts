const loading = new Map<string, Promise<void>>();

/** Runs a script of a static resource, once a page. */
export function loadScript(_element: unknown, url: string): Promise<void> {
  return loadOnce(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Applies a style sheet of a static resource, once a page. */
export function loadStyle(_element: unknown, url: string): Promise<void> {
  return loadOnce(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}

function loadOnce(url: string, create: () => HTMLElement): Promise<void> {
  const known = loading.get(url);
  if (known !== undefined) {
    return known;
  }
  const loaded = new Promise<void>((resolve, reject) => {
    const node = create();
    node.addEventListener('load', () => resolve());
    node.addEventListener('error', () => reject(new Error(`The static resource ${url} could not be loaded.`)));
    document.head.append(node);
  });
  loading.set(url, loaded);
  return loaded;
}
