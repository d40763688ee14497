//! `guyub admin`: the first administrator, letting somebody in again, and the keys that sign certificates. Whoever has the machine may do all.

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
    /// Let a new key sign certificates from now on; what the old ones signed stays valid
    RotateKey,
    /// Refuse what a key signs from now on, because somebody else may have it, and let another one sign
    RevokeKey {
        /// As printed by rotate-key and in /.well-known/did.json, e.g. key-2026-11
        name: String,
    },
}

pub(crate) async fn run(app: &App, admin: &Admin) -> Done {
    let answer = match admin {
        Admin::Create { name, identifier } => directory::create_admin(app, name, identifier).await,
        Admin::Reset { identifier } => directory::reset_sign_in(app, identifier).await,
        Admin::RotateKey => education::rotate_key(app).await,
        Admin::RevokeKey { name } => return revoke_key(app, name).await,
    };
    println!("{}", answer.map_err(said)?);
    Ok(())
}

async fn revoke_key(app: &App, name: &str) -> Done {
    match education::revoke_key(app, name).await {
        Ok(present) => println!("{present}"),
        Err(Failure::NotFound) => {
            let known = education::key_names(app).await?.join(", ");
            return Err(Trouble(format!("no key is named {name}; there are: {known}")));
        }
        Err(failure) => return Err(failure.into()),
    }
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
