//! Starting other programs.
//!
//! A long installation writes hundreds of lines that help nobody while all goes well, so it may write to a log; when it
//! fails, its last lines are shown. On a terminal the lines are shown as they come, as the only sign of progress.

use std::fs::{self, File};
use std::io::{IsTerminal as _, stderr};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::Error;

/// How many lines of a log are shown when its program failed.
const LAST_LINES: usize = 25;

/// Runs a program to its end; what it writes goes where xtask's own output goes.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(start_error(command))?;
    if status.success() { Ok(()) } else { Err(failed(command, &status.to_string(), String::new())) }
}

/// Runs a program to its end; off a terminal its output goes to the file `log`.
pub(crate) fn run_logged(command: &mut Command, log: &Path) -> Result<(), Error> {
    if stderr().is_terminal() { run(command) } else { into_log(command, log) }
}

/// Runs a program to its end with its output in the file `log`; where it fails, the last lines are told.
pub(crate) fn into_log(command: &mut Command, log: &Path) -> Result<(), Error> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
    }
    let file = File::create(log).map_err(Error::io("write", log))?;
    let copy = file.try_clone().map_err(Error::io("write", log))?;
    let status = command.stdin(Stdio::null()).stdout(file).stderr(copy).status().map_err(start_error(command))?;
    if status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&fs::read(log).unwrap_or_default()).into_owned();
    let lines: Vec<&str> = text.lines().collect();
    let last = lines[lines.len().saturating_sub(LAST_LINES)..].join("\n    ");
    let last_words = format!("    {last}\n  (all of it: {})", log.display());
    Err(failed(command, &status.to_string(), last_words))
}

/// What a program prints, without the line's end.
pub(crate) fn output(command: &mut Command) -> Result<String, Error> {
    let output = command.stdin(Stdio::null()).output().map_err(start_error(command))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        let last_words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(failed(command, &output.status.to_string(), last_words))
    }
}

/// Whether a program starts and ends well, whatever it says.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    output(command).is_ok()
}

/// Hands this process over to a program, so that whoever ends xtask ends the program.
pub(crate) fn replace_by(command: &mut Command) -> Result<(), Error> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        let source = command.exec();
        Err(start_error(command)(source))
    }
    #[cfg(not(unix))]
    run(command)
}

/// The command line as a person would type it.
fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn start_error(command: &Command) -> impl FnOnce(std::io::Error) -> Error + use<> {
    let command = spelled(command);
    move |source| Error::Start { command, source }
}

fn failed(command: &Command, status: &str, last_words: String) -> Error {
    Error::Failed { command: spelled(command), status: status.to_owned(), last_words }
}
