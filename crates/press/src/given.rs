//! A folder of files that are not in a file system: what a visitor's browser hands over.
//!
//! WHY here: which files of a folder count, in which order, and which come first, decides the archive's bytes. A folder on disk
//! goes the same way, so that the two cannot differ.

use jejak_archive::keep::Kept;

use crate::lock::LOCK;
use crate::problem::{Problem, ProblemKind};
use crate::read::SETTINGS;
use crate::{Pressed, Progress, press_keeping};

/// Presses the files of a folder, given by their names relative to it (parts joined by `/`) and something that `read` makes their
/// bytes of, one after the other, when it is their turn. Hidden files are left out; settings and lock are those that lie in the
/// folder itself. `watch` is told how far it has come after each file and each article.
///
/// What `read` cannot give is a [`Problem`] of the result, which has them in the order of the files.
pub fn press_given<F>(
    files: impl IntoIterator<Item = (String, F)>,
    read: impl Fn(F) -> Result<Vec<u8>, String>,
    watch: &mut dyn FnMut(Progress),
) -> Pressed {
    press_given_keeping(files, read, watch, None)
}

/// As [`press_given`]; what was read and annotated before is taken from `keep`.
pub(crate) fn press_given_keeping<F>(
    files: impl IntoIterator<Item = (String, F)>,
    read: impl Fn(F) -> Result<Vec<u8>, String>,
    watch: &mut dyn FnMut(Progress),
    keep: Kept<'_>,
) -> Pressed {
    let seen = |name: &str| !name.split('/').any(|step| step.starts_with('.'));
    let mut files: Vec<(String, F)> = files.into_iter().filter(|(name, _)| seen(name)).collect();
    let turn = |name: &str| match name {
        SETTINGS => 0,
        LOCK => 1,
        _ => 2,
    };
    files.sort_by(|(one, _), (other, _)| (turn(one), one).cmp(&(turn(other), other)));
    let mut unread = Vec::new();
    let contents = files.into_iter().filter_map(|(name, file)| match read(file) {
        Ok(bytes) => Some((name, bytes)),
        Err(cause) => {
            unread.push(Problem { file: name, line: None, kind: ProblemKind::Unreadable { cause } });
            None
        }
    });
    let mut pressed = press_keeping(contents, watch, keep);
    if unread.iter().any(|problem| problem.file == LOCK) {
        pressed.lock = None;
    }
    pressed.problems.append(&mut unread);
    pressed.problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    pressed
}
