// Screens by name, in the address after "#": enough for back and forward, and nothing outside the window.

export type WaitingList = 'waiting' | 'recall' | 'reminders' | 'calls';

export type ArchiveList = 'archive' | 'trash' | 'due' | 'kept';

export type Route =
  | { screen: 'today' }
  | { screen: 'calendar' }
  | { screen: 'waiting'; list?: WaitingList }
  | { screen: 'clients'; adding?: true }
  | { screen: 'twins' }
  /** Without the other it is asked for. */
  | { screen: 'merge'; one: string; other?: string }
  /** Records that are put away, and those whose time is over. */
  | { screen: 'archive'; list?: ArchiveList }
  | { screen: 'erase'; id: string }
  | { screen: 'client'; id: string }
  | { screen: 'handouts' }
  | { screen: 'sheet'; id: string }
  | { screen: 'draft'; id: string }
  | { screen: 'note'; id: string }
  | { screen: 'note-draft'; id: string }
  | { screen: 'note-left'; id: string }
  | { screen: 'points'; channel?: string }
  | { screen: 'point'; code: string }
  | { screen: 'settings' }
  | { screen: 'audit'; opened?: string }
  | { screen: 'people'; adding?: true }
  | { screen: 'person'; id: string }
  | { screen: 'diary-setup' }
  | { screen: 'security' }
  | { screen: 'backups' }
  | { screen: 'about' };

/** The address of a screen, for a real link. */
export function href(route: Route): string {
  switch (route.screen) {
    case 'twins':
      return '#/clients/twins';
    case 'merge':
      return ['#/clients/merge', route.one, ...(route.other ? [route.other] : [])].join('/');
    case 'archive':
      return route.list ? `#/clients/archive/${route.list}` : '#/clients/archive';
    case 'erase':
      return `#/clients/erase/${encodeURIComponent(route.id)}`;
    case 'client':
      return `#/client/${encodeURIComponent(route.id)}`;
    case 'sheet':
      return `#/sheet/${encodeURIComponent(route.id)}`;
    case 'draft':
      return `#/sheet/draft/${encodeURIComponent(route.id)}`;
    case 'note':
      return `#/note/${encodeURIComponent(route.id)}`;
    case 'note-draft':
      return `#/note/draft/${encodeURIComponent(route.id)}`;
    case 'note-left':
      return `#/note/left/${encodeURIComponent(route.id)}`;
    case 'people':
      return route.adding ? '#/settings/people/new' : '#/settings/people';
    case 'person':
      return `#/settings/people/${encodeURIComponent(route.id)}`;
    case 'diary-setup':
      return '#/settings/calendar';
    case 'security':
      return '#/settings/security';
    case 'backups':
      return '#/settings/backups';
    case 'points':
      return route.channel ? `#/points/${encodeURIComponent(route.channel)}` : '#/points';
    case 'point':
      return `#/points/${encodeURIComponent(route.code)}`;
    case 'audit':
      return route.opened ? `#/audit/opened/${encodeURIComponent(route.opened)}` : '#/audit';
    case 'waiting':
      return route.list ? `#/waiting/${route.list}` : '#/waiting';
    case 'clients':
      return route.adding ? '#/clients/new' : '#/clients';
    default:
      return `#/${route.screen}`;
  }
}

/** The screen at an address; Today for anything unknown. */
export function parse(hash: string): Route {
  const [first = '', second = '', third = '', fourth = ''] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map(decoded);
  if (first === 'sheet' && second === 'draft' && third) return { screen: 'draft', id: third };
  if (first === 'note' && second === 'draft' && third) return { screen: 'note-draft', id: third };
  if (first === 'note' && second === 'left' && third) return { screen: 'note-left', id: third };
  if (first === 'settings' && second === 'people') return personAt(third);
  if (first === 'settings' && second === 'calendar') return { screen: 'diary-setup' };
  if (first === 'settings' && (second === 'security' || second === 'backups')) return { screen: second };
  if ((first === 'client' || first === 'sheet' || first === 'note') && second) {
    return { screen: first, id: second };
  }
  // "ST" is a channel, "ST36" a point.
  if (first === 'points' && /\d/.test(second)) return { screen: 'point', code: second };
  if (first === 'points') return second ? { screen: 'points', channel: second } : { screen: 'points' };
  if (first === 'audit')
    return second === 'opened' && third ? { screen: 'audit', opened: third } : { screen: 'audit' };
  if (first === 'clients' && second === 'new') return { screen: 'clients', adding: true };
  if (first === 'clients' && second === 'twins') return { screen: 'twins' };
  if (first === 'clients' && second === 'merge' && third) {
    return fourth ? { screen: 'merge', one: third, other: fourth } : { screen: 'merge', one: third };
  }
  if (first === 'clients' && second === 'archive') {
    return third === 'archive' || third === 'trash' || third === 'due' || third === 'kept'
      ? { screen: 'archive', list: third }
      : { screen: 'archive' };
  }
  if (first === 'clients' && second === 'erase' && third) return { screen: 'erase', id: third };
  if (first === 'waiting')
    return second === 'recall' || second === 'reminders' || second === 'calls'
      ? { screen: 'waiting', list: second }
      : { screen: 'waiting' };
  if (
    first === 'calendar' ||
    first === 'clients' ||
    first === 'handouts' ||
    first === 'settings' ||
    first === 'about'
  ) {
    return { screen: first };
  }
  return { screen: 'today' };
}

function personAt(part: string): Route {
  if (part === '') return { screen: 'people' };
  return part === 'new' ? { screen: 'people', adding: true } : { screen: 'person', id: part };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

class Router {
  route = $state.raw<Route>(parse(globalThis.location?.hash ?? ''));

  /** Follows the address while the shell stands. */
  follow(): () => void {
    const changed = () => (this.route = parse(location.hash));
    changed();
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }
}

export const router = new Router();

export function go(route: Route): void {
  location.hash = href(route);
}

/** Takes the place of this screen: the way back leads past it. */
export function goInstead(route: Route): void {
  location.replace(href(route));
}
