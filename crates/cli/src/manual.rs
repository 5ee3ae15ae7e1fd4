//! `jejak completions` and `jejak man`: what the argument parser knows, for a shell and for man.
//!
//! WHY printed and not written: where a system keeps them is its packager's to say.

use std::io::{self, Write};

use clap::CommandFactory as _;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::arguments::Arguments;

/// There is no command of that name.
#[derive(Debug, thiserror::Error)]
#[error("there is no command `{0}` to tell of; jejak --help lists them")]
pub(crate) struct NoCommand(String);

/// Prints the completions for a shell.
pub(crate) fn completions(shell: Shell, out: &mut impl Write) {
    clap_complete::generate(shell, &mut Arguments::command(), "jejak", out);
}

/// Prints the page about one command, or about `jejak` as a whole.
///
/// # Errors
/// There is no such command, or it cannot be printed.
pub(crate) fn page(command: Option<&str>, out: &mut impl Write) -> Result<(), Box<dyn std::error::Error>> {
    // The manual names a version, not what this copy carries.
    let mut whole = Arguments::command().version(env!("CARGO_PKG_VERSION")).disable_help_subcommand(true);
    whole.build();
    let told = match command {
        None => whole,
        Some(name) => whole
            .find_subcommand(name)
            .cloned()
            .ok_or_else(|| NoCommand(name.to_owned()))?
            .display_name(format!("jejak-{name}")),
    };
    render(told, out)?;
    Ok(())
}

fn render(command: clap::Command, out: &mut impl Write) -> io::Result<()> {
    Man::new(command).source(concat!("jejak ", env!("CARGO_PKG_VERSION"))).manual("Jejak").render(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(command: Option<&str>) -> String {
        let mut out = Vec::new();
        page(command, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_arguments_hold_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn each_command_has_a_page_with_its_own_options() {
        let whole = printed(None);
        for command in Arguments::command().get_subcommands() {
            let name = command.get_name();
            assert!(whole.contains(&format!("jejak\\-{name}(1)")), "{name} is not in the page about jejak: {whole}");
            let own = printed(Some(name));
            for long in command.get_arguments().filter_map(|argument| argument.get_long()) {
                let long = long.replace('-', "\\-");
                assert!(own.contains(&format!("\\-\\-{long}")), "--{long} is not in the page about {name}: {own}");
            }
        }
        assert!(page(Some("cetak"), &mut Vec::new()).is_err());
    }

    #[test]
    fn every_shell_completes_every_command() {
        for &shell in <Shell as clap::ValueEnum>::value_variants() {
            let mut out = Vec::new();
            completions(shell, &mut out);
            let script = String::from_utf8(out).unwrap();
            for command in Arguments::command().get_subcommands() {
                assert!(script.contains(command.get_name()), "{shell} does not know {}", command.get_name());
            }
        }
    }
}
