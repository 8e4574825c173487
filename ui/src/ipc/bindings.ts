// The wire between the window and the core: every command and every shape that crosses it.
import { invoke as __TAURI_INVOKE } from "@tauri-apps/api/core";

/** Commands */
export const commands = {
	sessionState: () => typedError<SessionView, CommandError>(__TAURI_INVOKE("session_state")),
	sessionSuggestPassphrase: () => typedError<{ passphrase: string }, CommandError>(__TAURI_INVOKE("session_suggest_passphrase")),
	sessionMeasurePassphrase: (input: { passphrase: string; about: string[] }) => typedError<PassphraseStrength, CommandError>(__TAURI_INVOKE("session_measure_passphrase", { input })),
	sessionPreparePractice: (input: NewPractice) => typedError<RecoverySheetView, CommandError>(__TAURI_INVOKE("session_prepare_practice", { input })),
	sessionSaveRecoverySheet: () => typedError<Saved, CommandError>(__TAURI_INVOKE("session_save_recovery_sheet")),
	sessionCreatePractice: (input: TypedBack) => typedError<null, CommandError>(__TAURI_INVOKE("session_create_practice", { input })),
	sessionAbandonPractice: () => typedError<null, CommandError>(__TAURI_INVOKE("session_abandon_practice")),
	sessionUnlock: (input: Unlock) => typedError<null, CommandError>(__TAURI_INVOKE("session_unlock", { input })),
	sessionUnlockWithRecoveryCode: (input: UnlockWithRecoveryCode) => typedError<null, CommandError>(__TAURI_INVOKE("session_unlock_with_recovery_code", { input })),
	sessionLock: () => typedError<null, CommandError>(__TAURI_INVOKE("session_lock")),
	sessionReport: () => typedError<{ text: string }, CommandError>(__TAURI_INVOKE("session_report")),
	settingsMachine: () => typedError<MachineSettings, CommandError>(__TAURI_INVOKE("settings_machine")),
	settingsRead: () => typedError<SettingsView, CommandError>(__TAURI_INVOKE("settings_read")),
	settingsChangeMachine: (input: MachineSettings) => typedError<MachineSettings, CommandError>(__TAURI_INVOKE("settings_change_machine", { input })),
	settingsChangePractice: (input: PracticeSettings) => typedError<PracticeSettings, CommandError>(__TAURI_INVOKE("settings_change_practice", { input })),
	settingsChangePerson: (input: PersonSettings) => typedError<PersonSettings, CommandError>(__TAURI_INVOKE("settings_change_person", { input })),
	aboutRead: () => typedError<AboutView, CommandError>(__TAURI_INVOKE("about_read")),
	clientsFind: (input: FindClients) => typedError<FoundClients, CommandError>(__TAURI_INVOKE("clients_find", { input })),
	clientsRows: (input: { ids: string[] }) => typedError<ClientRow[], CommandError>(__TAURI_INVOKE("clients_rows", { input })),
	clientsRegister: (input: RegisterClient) => typedError<ClientView, CommandError>(__TAURI_INVOKE("clients_register", { input })),
	clientsEdit: (input: EditClient) => typedError<ClientView, CommandError>(__TAURI_INVOKE("clients_edit", { input })),
	clientsOverview: (input: { id: string }) => typedError<ClientOverview, CommandError>(__TAURI_INVOKE("clients_overview", { input })),
	draftsSave: (input: SaveDraft) => typedError<DraftSaved, CommandError>(__TAURI_INVOKE("drafts_save", { input })),
	draftsList: () => typedError<DraftRow[], CommandError>(__TAURI_INVOKE("drafts_list")),
	draftsRead: (input: { id: string }) => typedError<DraftView, CommandError>(__TAURI_INVOKE("drafts_read", { input })),
	draftsDiscard: (input: { id: string }) => typedError<null, CommandError>(__TAURI_INVOKE("drafts_discard", { input })),
	handoutsList: () => typedError<SheetRow[], CommandError>(__TAURI_INVOKE("handouts_list")),
	handoutsOpen: (input: { id: string }) => typedError<SheetView, CommandError>(__TAURI_INVOKE("handouts_open", { input })),
	handoutsImport: () => typedError<ImportedSheet | null, CommandError>(__TAURI_INVOKE("handouts_import")),
	handoutsTakeDropped: () => typedError<ImportedSheet | null, CommandError>(__TAURI_INVOKE("handouts_take_dropped")),
	handoutsReview: (input: SheetText) => typedError<SheetReview, CommandError>(__TAURI_INVOKE("handouts_review", { input })),
	handoutsKeep: (input: KeepSheet) => typedError<SheetView, CommandError>(__TAURI_INVOKE("handouts_keep", { input })),
	handoutsSavePdf: (input: PreviewSheet) => typedError<Saved, CommandError>(__TAURI_INVOKE("handouts_save_pdf", { input })),
	handoutsGive: (input: GiveSheet) => typedError<GivenSheet, CommandError>(__TAURI_INVOKE("handouts_give", { input })),
	handoutsSaveGivenPdf: (input: { id: string }) => typedError<Saved, CommandError>(__TAURI_INVOKE("handouts_save_given_pdf", { input })),
	todayRead: () => typedError<TodayView, CommandError>(__TAURI_INVOKE("today_read")),
};

/* Types */
export type CommandError =
  | { code: 'locked' }
  | { code: 'not_found' }
  | { code: 'invalid'; fields: FieldError[] }
  | { code: 'likely_duplicate'; clients: string[] }
  | { code: 'stale'; id: string; version: number }
  | { code: 'not_permitted' }
  | { code: 'wrong_passphrase'; wait_seconds: number }
  | { code: 'wrong_recovery_code' }
  | { code: 'mistyped_recovery_code'; group: number | null }
  | { code: 'trouble'; trouble: Trouble }
  | { code: 'no_glyph'; characters: MissingGlyph[] }
  | { code: 'unreadable_file'; reason: UnreadableFile }
  | { code: 'disk_full' }
  | { code: 'unexpected'; reference: string };

export type FieldError = { path: string; problem: FieldProblem; limit: number | null };

export type FieldProblem = 'required' | 'too_long' | 'not_a_date' | 'in_the_future' | 'too_long_ago' | 'not_an_email' | 'not_a_phone' | 'too_weak' | 'does_not_match' | 'unknown_value' | 'control_characters';

export type MissingGlyph = { character: string; name: string };

export type UnreadableFile = 'not_text' | 'too_large' | 'empty' | 'unknown_kind';

export type Trouble =
  | { kind: 'vault_missing'; folder: string } | { kind: 'vault_damaged'; folder: string; copies: number } | { kind: 'vault_newer'; needs: string }
  | { kind: 'vault_older_than_records'; folder: string } | { kind: 'database_missing'; folder: string } | { kind: 'database_damaged'; folder: string }
  | { kind: 'database_newer'; needs: string } | { kind: 'in_use' } | { kind: 'folder_not_writable'; folder: string }
  | { kind: 'unsafe_place'; folder: string; place: 'network' | 'synced' | 'removable' } | { kind: 'disk_full'; folder: string };

export type SessionView =
  | { state: 'first_run' }
  | { state: 'locked'; practice_name: string; people: PersonOnDoor[] }
  | { state: 'open'; practice_name: string; me: Me }
  | { state: 'trouble'; trouble: Trouble };

export type PersonOnDoor = { id: string; name: string; credentials: string };

export type Me = { id: string; name: string; credentials: string; role: 'owner' | 'practitioner' | 'associate' | 'receptionist' | 'student'; };

export type PassphraseStrength = { score: number; enough: boolean; hints: PassphraseHint[] };

export type PassphraseHint = 'too_short' | 'common' | 'repeats' | 'sequence' | 'names' | 'dates' | 'keyboard' | 'add_words';

export type NewPractice = { practice_name: string; owner_name: string; credentials: string; passphrase: string; passphrase_again: string; };

export type RecoverySheetView = { groups: string[]; ask: number[] };

export type TypedBack = { groups: string[] };

export type Unlock = { person: string; passphrase: string };

export type UnlockWithRecoveryCode = { code: string; new_passphrase: string; new_passphrase_again: string };

export type Saved = { file_name: string | null };

export type MachineSettings = { theme: 'system' | 'light' | 'dark'; density: 'compact' | 'touch'; text_percent: number /* 90..200 */; single_keys: boolean; };

export type PracticeSettings = { name: string; address: string; phone: string; person_word: 'client' | 'patient'; paper: 'a4' | 'letter'; text_size: number; country: string /* ISO 3166 alpha-2 or '' */; emergency_number: string; version: number };

export type PersonSettings = { name: string; credentials: string; locale: string /* BCP 47, '' = follow system */; version: number };

export type SettingsView = { machine: MachineSettings; practice: PracticeSettings; person: PersonSettings };

export type AboutView = { version: string; cipher: string; folder: string; licences: { name: string; licence: string; text: string }[] };

export type PhoneInput = { kind: 'mobile' | 'home' | 'work' | 'other'; number: string };

export type ClientInput = { given_name: string; family_name: string; preferred_name: string; pronouns: string; birth_date: string /* '' or YYYY-MM-DD */; phones: PhoneInput[]; email: string; address: string /* lines */; emergency_name: string; emergency_phone: string; emergency_relation: string; notes: string };

export type RegisterClient = { client: ClientInput; despite_twins: boolean; draft: string | null };

export type EditClient = { id: string; version: number; client: ClientInput; draft: string | null };

export type ClientRow = { id: string; number: number; name: string; preferred_name: string | null; birth_date: string | null; age: number | null; phone: string | null; email: string | null; registered_at: number };

export type ClientView = { id: string; number: number; version: number; name: string; age: number | null; minor: boolean; client: ClientInput; registered_at: number; registered_by: string; updated_at: number; updated_by: string };

export type TimelineEntry =
  | { kind: 'registered'; id: string; at: number; by: string }
  | { kind: 'details_changed'; id: string; at: number; by: string; fields: string[] }
  | { kind: 'sheet_given'; id: string; at: number; by: string; sheet: string; title: string; sheet_version: number; language: string; paper: 'a4' | 'letter'; text_size: number; pages: number; bytes: number };

export type ClientOverview = { client: ClientView; timeline: TimelineEntry[] };

export type FindClients = { text: string; offset: number; limit: number };

export type FoundClients = { rows: ClientRow[]; total: number };

export type DraftKind = 'new_client' | 'edit_client' | 'sheet';

export type SaveDraft = { id: string | null; kind: DraftKind; subject: string | null; label: string; body: string /* JSON text of the form, <= 1 MB */ };

export type DraftSaved = { id: string; saved_at: number };

export type DraftRow = { id: string; kind: DraftKind; subject: string | null; label: string; saved_at: number };

export type DraftView = { id: string; kind: DraftKind; subject: string | null; label: string; body: string; saved_at: number };

export type SheetText = { title: string; language: string /* BCP 47 */; author: string; written: string /* '' or date */; markdown: string };

export type SheetRow = { id: string; title: string; language: string; version: number; author: string; written: string | null; kept_at: number; given: number /* times given */; };

export type SheetView = { id: string; version: number; text: SheetText; kept_at: number; kept_by: string };

export type Finding = { kind: 'no_references' | 'no_danger_signs' | 'flat_claim' | 'empty_byline' | 'no_date' | 'promotion' | 'old'; line: number | null /* 1-based line of the markdown */; quote: string | null };

export type SheetReview = { findings: Finding[]; tail: PromotionalTail | null; words: number };

export type PromotionalTail = { first_line: number; text: string };

export type ImportedSheet = { draft: string; text: SheetText; review: SheetReview; file_name: string };

export type KeepSheet = { id: string | null; version: number | null; text: SheetText; draft: string | null };

export type PreviewSheet = { text: SheetText; client: string | null; paper: 'a4' | 'letter'; text_size: number; sheet_version: number | null };

export type GiveSheet = { sheet: string; version: number; client: string; paper: 'a4' | 'letter'; text_size: number };

export type GivenSheet = { id: string; client: string; pages: number; bytes: number; at: number };

export type TodayView = { date: string; unfinished: DraftRow[]; given: { id: string; client: string; client_name: string; title: string; at: number }[]; registered: ClientRow[]; recent: ClientRow[] /* last 8 opened or changed */; clients: number; sheets: number };

/* Tauri Specta runtime */
async function typedError<T, E>(result: Promise<T>): Promise<{ status: "ok"; data: T } | { status: "error"; error: E }> {
    try {
        return { status: "ok", data: await result };
    } catch (e) {
        if (e instanceof Error) throw e;
        return { status: "error", error: e as any };
    }
}
