// Every command of the window, once: name, slice, what a person needs to be permitted, and how the answer crosses.
//
// `build.rs` reads it for Tauri's access list, `commands/mod.rs` for registration and bindings, and the tests for
// everything that must hold of each of them. `anyone` is for what works while the practice is locked; every other
// permission is checked by the core's use case itself, and a test compares the two.

macro_rules! command_list {
    ($with:ident) => {
        $with! {
            session_state           session  anyone          typed,
            session_suggest_passphrase session anyone        typed,
            session_measure_passphrase session anyone        typed,
            session_prepare_practice session anyone          typed,
            session_save_recovery_sheet session anyone       typed,
            session_create_practice session  anyone          typed,
            session_abandon_practice session anyone          typed,
            session_unlock          session  anyone          typed,
            session_unlock_with_recovery_code session anyone typed,
            session_prove           session  anyone          typed,
            session_lock            session  anyone          typed,
            session_report          session  anyone          typed,
            settings_machine        settings anyone          typed,
            settings_read           settings ReadSettings    typed,
            settings_change_machine settings anyone          typed,
            settings_change_practice settings ChangePractice typed,
            settings_change_person  settings ChangeOneself   typed,
            about_read              about    anyone          typed,
            clients_find            clients  ReadClients     typed,
            clients_rows            clients  ReadClients     typed,
            clients_register        clients  EditClients     typed,
            clients_edit            clients  EditClients     typed,
            clients_overview        clients  ReadClients     typed,
            notes_sign              notes    SignNotes       typed,
            notes_add_addendum      notes    SignNotes       typed,
            notes_open              notes    ReadNotes       typed,
            notes_last              notes    ReadNotes       typed,
            notes_save_pdf          notes    ReadNotes       typed,
            notes_print             notes    ReadNotes       typed,
            drafts_save             drafts   KeepDrafts      typed,
            drafts_list             drafts   KeepDrafts      typed,
            drafts_read             drafts   KeepDrafts      typed,
            drafts_discard          drafts   KeepDrafts      typed,
            handouts_list           handouts ReadSheets      typed,
            handouts_open           handouts ReadSheets      typed,
            handouts_import         handouts EditSheets      typed,
            handouts_take_dropped   handouts EditSheets      typed,
            handouts_review         handouts ReadSheets      typed,
            handouts_keep           handouts EditSheets      typed,
            handouts_preview        handouts ReadSheets      raw,
            handouts_save_pdf       handouts GiveSheets      typed,
            handouts_give           handouts GiveSheets      typed,
            handouts_given_pdf      handouts ReadClients     raw,
            handouts_save_given_pdf handouts GiveSheets      typed,
            points_find             points   anyone          typed,
            points_of_channel       points   anyone          typed,
            points_read             points   anyone          typed,
            handouts_print          handouts GiveSheets      typed,
            handouts_open_pdf       handouts GiveSheets      typed,
            handouts_print_given    handouts GiveSheets      typed,
            handouts_open_given     handouts GiveSheets      typed,
            today_read              today    ReadClients     typed,
        }
    };
}
