// How something passed, as a sign.
import FolderPen from '@lucide/svelte/icons/folder-pen';
import Mail from '@lucide/svelte/icons/mail';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Phone from '@lucide/svelte/icons/phone';
import type { CorrespondenceKind } from '../../ipc/bindings';
import type { IconOf } from '../../shared/Icon.svelte';

export const kindIcons: Record<CorrespondenceKind, IconOf> = {
  phone_call: Phone,
  email: Mail,
  message: MessageSquare,
  administrative: FolderPen,
};

export const kinds = Object.keys(kindIcons) as CorrespondenceKind[];
