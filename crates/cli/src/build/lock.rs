//! Keeps the addresses that a site was built with.

use std::io::{self, Write as _};
use std::path::Path;

use jejak_press::{Lock, Problem, ProblemKind};

/// Writes the lock, whole or not at all. One that says the same already is left as it is. A lock that cannot be written
/// is a problem: the site is whole, but the next one may give other addresses.
pub(super) fn keep(path: &Path, lock: &Lock) -> Option<Problem> {
    let text = lock.text();
    if std::fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return None;
    }
    let problem = |cause: io::Error| {
        let kind = ProblemKind::LockUnkept { cause: cause.to_string() };
        Problem { file: path.to_string_lossy().into_owned(), line: None, kind }
    };
    write(path, &text).map_err(problem).err()
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".jejak-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    // A temporary file is its owner's alone; this one lies with the articles.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(path).map_or(0o644, |old| old.permissions().mode());
        file.as_file().set_permissions(std::fs::Permissions::from_mode(mode))?;
    }
    file.persist(path).map(drop).map_err(|error| error.error)
}
