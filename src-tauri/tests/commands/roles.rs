//! Every role at every command: what the table allows goes on, everything else is refused and is in the audit.

use hegu_core::Practice;
use hegu_core::people::{Permission, Role};
use hegu_core::testing::ask;
use hegu_shell::COMMANDS;

use super::arguments::arguments;
use super::mock_window::Window;

#[test]
fn an_owner_may_do_what_the_table_says() {
    every_command_as(Role::Owner);
}

#[test]
fn a_practitioner_may_do_what_the_table_says() {
    every_command_as(Role::Practitioner);
}

#[test]
fn an_associate_may_do_what_the_table_says() {
    every_command_as(Role::Associate);
}

#[test]
fn a_receptionist_may_do_what_the_table_says() {
    every_command_as(Role::Receptionist);
}

#[test]
fn a_student_may_do_what_the_table_says() {
    every_command_as(Role::Student);
}

fn every_command_as(role: Role) {
    let (window, practice) = Window::open_as(role);
    let mut wrong = Vec::new();
    for command in COMMANDS.iter().filter(|command| command.permission != "anyone") {
        let permission = Permission::ALL.into_iter().find(|known| format!("{known:?}") == command.permission);
        let may = role.may(permission.unwrap_or_else(|| panic!("{} is no permission", command.permission)));
        let before = refusals(&practice);
        let answer = window.ask(command.name, arguments(command.name));
        let refused = answer.as_ref().is_err_and(|error| error["code"] == "not_permitted");
        let written = refusals(&practice) - before;
        if refused == may || written != i32::from(!may) {
            wrong.push(format!(
                "{} ({}): {answer:?}, {written} refusals written",
                command.name, command.permission
            ));
        }
    }
    assert!(wrong.is_empty(), "{role:?}:\n{}", wrong.join("\n"));
}

fn refusals(practice: &Practice) -> i32 {
    let count = ask(practice, "SELECT CAST(count(*) AS TEXT) FROM audit_entry WHERE action = 'refused'");
    tauri::async_runtime::block_on(count).unwrap()[0].parse().unwrap()
}
