//! `guyub admin`: the first administrator, and letting somebody in again. Whoever has the machine may do both.

use clap::Subcommand;
use kernel::{App, Failure, Fault};

use crate::trouble::{Done, Trouble};

#[derive(Subcommand)]
pub(crate) enum Admin {
    /// Make somebody administrator of everything, and print a link that lets them in once
    Create {
        /// Full name with titles
        name: String,
        /// NIP or mail address
        identifier: String,
    },
    /// End somebody's sessions and print a new link that lets them in once
    Reset {
        /// NIP or mail address
        identifier: String,
    },
}

pub(crate) async fn run(app: &App, admin: &Admin) -> Done {
    let link = match admin {
        Admin::Create { name, identifier } => directory::create_admin(app, name, identifier).await,
        Admin::Reset { identifier } => directory::reset_sign_in(app, identifier).await,
    };
    println!("{}", link.map_err(said)?);
    Ok(())
}

fn said(failure: Failure) -> Trouble {
    match failure {
        Failure::Invalid(faults) => Trouble(faults.iter().map(sentence).collect::<Vec<_>>().join("; ")),
        Failure::NotFound => Trouble::new("nobody has this NIP or mail address"),
        other => other.into(),
    }
}

fn sentence(fault: &Fault) -> String {
    let t = ui::Tongue::of(ui::Lang::Id);
    let mut arguments = fault.word.arguments.iter();
    let key = &fault.word.key;
    match arguments.next() {
        None => t.say(key).to_owned(),
        Some((name, value)) => arguments.fold(t.with(name, value), |filling, (name, value)| filling.with(name, value)).say(key),
    }
}
