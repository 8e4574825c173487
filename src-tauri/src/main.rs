//! Starts Hegu: with a window, or as the command line asks.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use hegu_core::end_process;
use hegu_shell::{Asked, asked, backup, prepare_process, render, run, unfold_heic, verify};

/// Everything this program reads is wiped from its memory when it is let go of: after a lock nobody's name is left.
#[global_allocator]
static WIPED: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    match asked(std::env::args_os()) {
        Asked::Window => {
            prepare_process();
            end(run())
        }
        Asked::Render(request) => render(&request),
        Asked::Backup(request) => end(backup(&request)),
        Asked::Verify(request) => end(verify(&request)),
        Asked::UnfoldHeic => unfold_heic(),
        Asked::Answered(code) => code,
    }
}

/// Where records were open, nothing runs after the last act.
fn end(code: ExitCode) -> ! {
    end_process(u8::from(code != ExitCode::SUCCESS))
}
