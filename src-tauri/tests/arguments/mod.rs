//! Well-formed arguments of the commands.

use serde_json::{Value, json};

pub(crate) fn client(given: &str) -> Value {
    json!({ "given_name": given, "family_name": "", "preferred_name": "", "pronouns": "", "birth_date": "",
        "sex": "unsaid", "gender": "", "phones": [], "emails": [], "addresses": [], "language": "", "occupation": "",
        "relations": [], "gp_name": "", "gp_phone": "", "gp_address": "", "referrer": "", "funds": [], "tags": [], "custom": [],
        "status": "active", "status_since": "", "notes": "", "responsible": "" })
}

pub(crate) fn person(name: &str) -> Value {
    json!({ "name": name, "credentials": "", "registration": "", "colour": 2, "signature_block": "",
        "access_until": "", "letterhead_name": "", "letterhead_line": "", "tax_number": "" })
}

pub(crate) fn register(given: &str) -> Value {
    json!({ "input": { "client": client(given), "despite_twins": true, "draft": null } })
}

pub(crate) fn text(markdown: &str) -> Value {
    json!({ "title": "After treatment", "language": "en", "author": "", "written": "", "markdown": markdown })
}

pub(crate) fn preview(client: Option<&str>) -> Value {
    json!({ "input": { "text": text("Rest."), "client": client, "paper": "a4", "text_size": 14, "sheet_version": null } })
}

pub(crate) fn sign(client: &str, subjective: &str) -> Value {
    json!({ "input": { "client": client, "draft": null, "note": { "visit_date": "2026-05-12",
        "subjective": subjective, "objective": "", "assessment": "", "plan": "",
        "points": [{ "code": "ST36", "side": "both", "needles": 2 }] } } })
}

/// Hands on, at rest, hands on.
fn visit() -> Value {
    json!([{ "hands_on": true, "minutes": 20 }, { "hands_on": false, "minutes": 25 },
        { "hands_on": true, "minutes": 10 }])
}

fn booked() -> Value {
    json!({ "client": NOBODY, "service": null, "practitioner": NOBODY, "room": null, "start": "2026-05-12T14:00",
        "which": null, "parts": visit(), "company": null, "note": "", "despite": null,
        "wait": null, "draft": null })
}

fn moved() -> Value {
    json!({ "id": NOBODY, "version": 1, "practitioner": NOBODY, "room": null, "start": "2026-05-12T15:00",
        "which": null, "minutes": 50, "parts": null, "despite": null, "wait": null })
}

fn repeat() -> Value {
    json!({ "every": 1, "unit": "weeks", "count": 6, "until": "" })
}

/// Everything in the audit, or everything before a number.
pub(crate) fn audit(before: Option<u32>) -> Value {
    json!({ "input": { "client": null, "person": null, "from": null, "to": null, "kind": null, "before": before } })
}

pub(crate) const NOBODY: &str = "0196c000-0000-7000-8000-000000000000";

/// Well-formed arguments for every command, so that only the lock can be in the way.
pub(crate) fn arguments(command: &str) -> Value {
    let one = json!({ "input": { "id": NOBODY } });
    match command {
        "clients_find" | "clients_find_ids" => json!({ "input": { "text": "", "offset": 0, "limit": 10 } }),
        "clients_save_list" => {
            let filter = json!({ "statuses": [], "tags": [], "responsible": null, "ages": "every", "birth_month": null });
            let order = json!({ "by": "name", "down": false });
            json!({ "input": { "id": null, "name": "Everybody", "filter": filter, "order": order } })
        }
        "clients_rows" | "clients_take_out" => json!({ "input": { "ids": [NOBODY] } }),
        "clients_register" => register("Margaret"),
        "clients_define_fields" => {
            json!({ "input": { "fields": [{ "id": null, "name": "Table", "kind": "line", "choices": [] }] } })
        }
        "clients_edit_many" => {
            json!({ "input": { "changes": [{ "ids": [NOBODY], "what": { "kind": "add_tag", "tag": "Qigong" } }] } })
        }
        "clients_tell_apart" | "clients_take_back_apart" | "clients_compare" => {
            json!({ "input": { "one": NOBODY, "other": NOBODY } })
        }
        "clients_merge" => {
            let record = json!({ "id": NOBODY, "version": 1, "health_version": 0 });
            json!({ "input": { "kept": record, "gone": record, "client": client("M"), "health": null } })
        }
        "clients_put_away" => json!({ "input": { "ids": [NOBODY], "place": "archive" } }),
        "clients_lying" => json!({ "input": { "place": "trash" } }),
        "retention_keep_rule" => {
            json!({ "input": { "id": null, "version": null, "name": "Oregon", "years": 7,
            "child_until": null, "counted_from": "last_entry", "source": "", "doubt": "" } })
        }
        "retention_take_rule_back" => json!({ "input": { "id": NOBODY, "version": 1 } }),
        "retention_go_by" => json!({ "input": { "id": null } }),
        "retention_hold" => json!({ "input": { "client": NOBODY, "reason": "A complaint" } }),
        "erasure_letter" | "erasure_save_letter" | "erasure_print_letter" => {
            json!({ "input": { "client": NOBODY, "asked": { "by": "nobody", "on": "" }, "to": "Margaret" } })
        }
        "erasure_erase" => json!({ "input": { "client": NOBODY, "version": 1, "reach": "whole",
            "asked": { "by": "nobody", "on": "" } } }),
        "clients_edit" => {
            json!({ "input": { "id": NOBODY, "version": 1, "client": client("M"), "draft": null } })
        }
        "drafts_save" => {
            json!({ "input": { "id": null, "kind": "new_client", "subject": null, "label": "", "body": "{}" } })
        }
        "handouts_review" => json!({ "input": text("Rest.") }),
        "handouts_keep" => {
            json!({ "input": { "id": null, "version": null, "text": text("Rest."), "draft": null } })
        }
        "handouts_preview" | "handouts_save_pdf" | "handouts_print" | "handouts_open_pdf" => preview(None),
        "handouts_give" => {
            json!({ "input": { "sheet": NOBODY, "version": 1, "client": NOBODY, "paper": "a4", "text_size": 14 } })
        }
        "audit_read" => audit(Some(40)),
        "audit_export" => audit(None),
        "notes_pin" => json!({ "input": { "note": NOBODY, "from": { "kind": "plan" }, "text": "Rest." } }),
        "notes_sign" => sign(NOBODY, "Low back."),
        "notes_add_addendum" => json!({ "input": { "note": NOBODY, "text": "Better.", "draft": null } }),
        "settings_change_practice" => {
            json!({ "input": { "name": "W", "address": "", "phone": "", "person_word": "client",
            "paper": "a4", "text_size": 14, "country": "", "emergency_number": "",
            "hidden_fields": [], "version": 1 } })
        }
        "bookings_diary" => json!({ "input": { "from": "2026-05-12", "until": "2026-05-12" } }),
        "bookings_rows" => json!({ "input": { "ids": [NOBODY] } }),
        "bookings_find_free" => json!({ "input": { "client": null, "service": null, "parts": visit(),
            "practitioner": null, "room": null, "from": "2026-05-12T11:00", "weekdays": [], "not_before": "",
            "over_by": "", "moving": null, "count": 1 } }),
        "bookings_book" => json!({ "input": booked() }),
        "bookings_plan_series" => json!({ "input": { "visit": booked(), "repeat": repeat() } }),
        "bookings_book_series" => json!({ "input": { "visit": booked(), "repeat": repeat(),
            "visits": [{ "start": "2026-05-12T14:00", "room": null }] } }),
        "bookings_cancel_series" => json!({ "input": { "id": NOBODY, "version": 1, "part": "all",
            "reason": "" } }),
        "bookings_cancel_to_come" => json!({ "input": { "client": NOBODY, "reason": "" } }),
        "bookings_reschedule" => json!({ "input": moved() }),
        "bookings_reschedule_several" => json!({ "input": { "moves": [moved()] } }),
        "bookings_move_series" => json!({ "input": { "visit": moved(), "part": "following" } }),
        "bookings_plan_late" | "bookings_run_late" => {
            json!({ "input": { "practitioner": NOBODY, "minutes": 10 } })
        }
        "alerts_keep" => json!({ "input": { "id": null, "version": null, "client": NOBODY,
            "alert": { "severity": "danger", "audience": "desk", "text": "Allergic to latex" } } }),
        "correspondence_keep" => {
            json!({ "input": { "id": null, "version": null, "client": NOBODY, "draft": null,
            "entry": { "kind": "phone_call", "day": "2026-05-12", "text": "Asked for a receipt", "clinical": false,
                "follow_up": "" } } })
        }
        "correspondence_strike" => {
            json!({ "input": { "id": NOBODY, "version": 1, "reason": "Another Margaret" } })
        }
        "correspondence_follow_up" => json!({ "input": { "id": NOBODY, "version": 1, "done": true } }),
        "files_choose" | "files_take_dropped" => json!({ "input": { "client": NOBODY, "clinical": false } }),
        "files_change" => json!({ "input": { "id": NOBODY, "version": 1, "name": "Letter.pdf",
            "day": "2026-05-12", "tags": [], "clinical": false } }),
        "files_set_portrait" => json!({ "input": { "client": NOBODY, "file": null } }),
        "files_remove" | "files_restore" | "correspondence_put_back" | "alerts_end" | "alerts_put_back" => {
            json!({ "input": { "id": NOBODY, "version": 1 } })
        }
        "health_on_day" => json!({ "input": { "id": NOBODY, "day": "2026-05-12" } }),
        "health_keep" => {
            let history = json!({ "conditions": [], "surgeries": [], "medicines": [], "allergies": [], "none": [],
                "flags": [], "pregnancy": null, "fertility": null, "sport": null, "other": "" });
            json!({ "input": { "client": NOBODY, "version": 0, "history": history, "reviewed": true, "draft": null } })
        }
        "health_review" | "health_take_back" => json!({ "input": { "client": NOBODY, "version": 1 } }),
        "health_take_review_back" => json!({ "input": { "client": NOBODY, "id": NOBODY } }),
        "waiting_fits" => {
            json!({ "input": { "practitioner": NOBODY, "room": null, "start": "2026-05-12T14:00",
            "service": null, "freed": null } })
        }
        "waiting_keep" => json!({ "input": { "id": null, "version": null, "wait": { "client": NOBODY,
            "service": null, "practitioner": null, "weekdays": [2], "not_before": "", "over_by": "12:00",
            "urgent": true, "until": "2026-06-12", "instead_of": null, "note": "" } } }),
        "waiting_stop" | "waiting_again" => json!({ "input": { "id": NOBODY, "version": 1 } }),
        "waiting_reminders" => json!({ "input": { "day": "2026-05-13" } }),
        "waiting_recalls" => json!({ "input": { "lapsed_after_weeks": 8 } }),
        "waiting_keep_recall" => json!({ "input": { "client": NOBODY, "version": null, "ask": "on_day",
            "due": "2026-06-12", "note": "" } }),
        "waiting_say_contact" => json!({ "input": { "client": NOBODY, "about": "recall", "booking": null,
            "outcome": "no_answer" } }),
        "waiting_take_back_confirmed" => {
            json!({ "input": { "id": NOBODY, "version": 1, "contact": NOBODY } })
        }
        "waiting_text_code" => json!({ "input": { "phone": "250 555 0199", "text": "See you tomorrow." } }),
        "waiting_write_mail" => {
            json!({ "input": { "client": NOBODY, "subject": "Your visit", "text": "See you tomorrow." } })
        }
        "waiting_late" => json!({ "input": { "ids": [NOBODY], "since": 0 } }),
        "clinic_move_zone" => json!({ "input": { "zone": "Europe/London", "from": "2026-05-12T10:57" } }),
        "settings_change_texts" => json!({ "input": { "reminder": "See you {when}.", "waiting": "",
            "recall": "", "called_off": "", "version": 1 } }),
        "waiting_call_off_day" => json!({ "input": { "practitioner": NOBODY, "from": "2026-05-12T00:00",
            "reason": "" } }),
        "bookings_amend" => json!({ "input": { "id": NOBODY, "version": 1, "client": null, "service": null,
            "note": "Held for a delivery" } }),
        "series_amend" => json!({ "input": { "visit": { "id": NOBODY, "version": 1, "client": null,
            "service": null, "note": "Held for a delivery" }, "part": "following" } }),
        "series_amend_several" => json!({ "input": { "amends": [{ "id": NOBODY, "version": 1, "client": null,
            "service": null, "note": "Held for a delivery" }] } }),
        "series_take_up" => json!({ "input": { "visits": [{ "id": NOBODY, "version": 1 }] } }),
        "bookings_say_status" => json!({ "input": { "id": NOBODY, "version": 1, "status": "confirmed",
            "reason": "", "fee": false } }),
        "bookings_take_back_status" | "bookings_take_back" | "bookings_put_back" | "waiting_confirm" => {
            json!({ "input": { "id": NOBODY, "version": 1 } })
        }
        "appointments_save" | "appointments_print" => {
            json!({ "input": { "client": NOBODY, "letter": false } })
        }
        "appointments_save_ics" => json!({ "input": { "id": NOBODY, "says": "time_only" } }),
        "bookings_save_day_sheet" | "bookings_print_day_sheet" => json!({ "input": { "from": "2026-05-12",
            "until": "2026-05-12", "practitioner": null, "room": null, "names": "full", "alerts": true, "blank_lines": 2 } }),
        "bookings_keep_room" => json!({ "input": { "id": null, "version": null, "room": { "name": "Room 1",
            "chairs": 1, "every": 15, "equipment": "", "people": [], "closed": false } } }),
        "bookings_keep_service" => json!({ "input": { "id": null, "version": null, "service": {
            "name": "Follow-up", "colour": 1, "parts": visit(), "before": 0, "after": 5, "price": "85.00",
            "currency": "CAD", "retired": false } } }),
        "bookings_keep_hours" => json!({ "input": { "id": null, "version": null, "person": NOBODY,
            "since": "2026-05-12", "until": "", "shifts": [{ "weekday": 2, "from": "09:00", "until": "17:00" }] } }),
        "waiting_would_strand" => {
            json!({ "input": { "kind": "away", "away": { "person": NOBODY, "room": null,
            "from": "2026-05-18T00:00", "until": "2026-05-18T24:00", "reason": "Victoria Day" } } })
        }
        "clinic_take_back_room" | "clinic_take_back_service" | "bookings_remove_hours" => {
            json!({ "input": { "id": NOBODY, "version": 1 } })
        }
        "bookings_go_away" => json!({ "input": { "person": NOBODY, "room": null, "from": "2026-05-18T00:00",
            "until": "2026-05-18T24:00", "reason": "Victoria Day" } }),
        "settings_change_locks" => {
            json!({ "input": { "rest_minutes": 5, "lock_minutes": 60, "version": 1 } })
        }
        "session_set_pin" => json!({ "input": { "pin": "290874", "pin_again": "290874" } }),
        "people_add" => json!({ "input": { "person": person("Jun Mori"), "role": "practitioner",
            "passphrase": "granite walnut hover lantern tide",
            "passphrase_again": "granite walnut hover lantern tide" } }),
        "people_edit" => json!({ "input": { "id": NOBODY, "version": 1, "person": person("Jun Mori") } }),
        "people_change_role" => json!({ "input": { "id": NOBODY, "version": 1, "role": "student",
            "passphrase": "", "passphrase_again": "" } }),
        "people_remove" => json!({ "input": { "id": NOBODY, "rotate": false } }),
        "people_reset_passphrase" => {
            json!({ "input": { "id": NOBODY, "passphrase": "", "passphrase_again": "" } })
        }
        "people_change_passphrase" => json!({ "input": { "old": "", "new": "", "new_again": "" } }),
        "backup_try" => json!({ "input": { "passphrase": "" } }),
        "people_check_recovery_sheet" => json!({ "input": { "code": "" } }),
        "people_renew_recovery_sheet" => json!({ "input": { "groups": ["", ""] } }),
        "people_unlock_with_computer" => json!({ "input": { "on": false, "passphrase": "" } }),
        "settings_change_person" => {
            json!({ "input": { "name": "I", "credentials": "", "locale": "", "version": 1 } })
        }
        "settings_describe_logo" => json!({ "input": { "id": NOBODY, "shows": "A willow leaf" } }),
        "handouts_choose_picture" => json!({ "input": { "name": null } }),
        "handouts_picture" => json!({ "input": { "name": "leaf.png" } }),
        "clients_overview"
        | "clients_unmerge"
        | "retention_remove_rule"
        | "retention_put_rule_back"
        | "retention_keeping"
        | "retention_lift"
        | "retention_hold_again"
        | "erasure_plan"
        | "clients_remove_list"
        | "alerts_list"
        | "alerts_ended"
        | "health_read"
        | "correspondence_read"
        | "files_list"
        | "files_open"
        | "files_picture"
        | "files_pdf"
        | "files_portrait"
        | "files_save_as"
        | "files_open_outside"
        | "bookings_coming"
        | "bookings_last"
        | "bookings_take_back_series"
        | "bookings_come_back"
        | "waiting_recall_said"
        | "waiting_take_back_contact"
        | "waiting_take_back_day"
        | "settings_logo"
        | "settings_put_back_logo"
        | "drafts_read"
        | "drafts_discard"
        | "drafts_read_left"
        | "people_suspend"
        | "people_resume"
        | "handouts_open"
        | "notes_open"
        | "notes_last"
        | "notes_pins"
        | "notes_unpin"
        | "notes_pin_again"
        | "notes_save_pdf"
        | "notes_print"
        | "handouts_given_pdf"
        | "handouts_print_given"
        | "handouts_open_given"
        | "handouts_save_given_pdf" => one,
        _ => json!({}),
    }
}
