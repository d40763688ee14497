//! What of an activity goes into a template, and what stays with its owners: people, places, links. Reads only.

use kernel::{Db, Outcome, clock::MINUTE};

use super::{
    model::{CertificateLook, Content, EvaluationLook, Task},
    task,
};
use crate::{
    activity::{model::Activity, queries},
    certificate::{self, model::Design},
    evaluation::{self, model::Evaluation},
};

/// Names the agency that issues, so that it fits any.
const OF_ANY_AGENCY: &str = "{instansi}";
const PATTERN: &str = "{urut}/SERT/{instansi}/{bulan-romawi}/{tahun}";

/// Everything, with its evaluation, certificate and tasks.
pub(crate) async fn of(db: &Db, activity: &Activity) -> Outcome<Content> {
    let evaluation = evaluation::queries::evaluation(db, &activity.id).await?;
    let certificate = certificate::design::queries::design(db, &activity.id).await?;
    let tasks = task::queries::of(db, &activity.id).await?;
    Ok(Content {
        evaluation: Some(evaluation_look(&evaluation)),
        certificate: certificate.as_ref().map(certificate_look),
        tasks: tasks.into_iter().map(|it| it.task).collect(),
        ..visible(db, activity).await?
    })
}

/// What whoever may open the activity sees of it.
pub(crate) async fn visible(db: &Db, activity: &Activity) -> Outcome<Content> {
    let there = activity.zone.civil(activity.starts_at);
    let agenda = queries::agenda(db, &activity.id).await?;
    Ok(Content {
        title: activity.title.clone(),
        summary: activity.summary.clone(),
        theme: activity.theme.clone(),
        form: activity.form.clone(),
        // A draft without a place is held online until its owners say where.
        mode: "online".to_owned(),
        begins: i64::from(there.hour()) * 60 + i64::from(there.minute()),
        minutes: (activity.ends_at - activity.starts_at) / MINUTE,
        seats: activity.seats,
        minimum_share: activity.minimum_share,
        agenda: agenda.into_iter().map(|it| ((it.starts_at - activity.starts_at) / MINUTE, it.title)).collect(),
        ..Content::default()
    })
}

fn evaluation_look(it: &Evaluation) -> EvaluationLook {
    EvaluationLook {
        form_id: it.form_id.clone(),
        table_id: it.table_id.clone(),
        certificate_needs_evaluation: it.certificate_needs_evaluation,
        is_index_public: it.is_index_public,
    }
}

fn certificate_look(it: &Design) -> CertificateLook {
    let fits_any = it.number_pattern.contains(OF_ANY_AGENCY);
    CertificateLook {
        template: it.template.clone(),
        heading: it.heading.clone(),
        number_pattern: if fits_any { it.number_pattern.clone() } else { PATTERN.to_owned() },
        minutes_per_jp: it.minutes_per_jp,
        jp: it.jp,
        form: it.form.clone(),
        with_agenda: it.with_agenda,
    }
}

/// What is usually to be done; owners change it.
pub(crate) fn usual_tasks(t: ui::Tongue) -> Vec<Task> {
    let task = |days: i64, key: &str| Task { days, title: t.say(key).to_owned() };
    vec![
        task(-14, "task-usual-speakers"),
        task(-7, "task-usual-invite"),
        task(-1, "task-usual-rehearse"),
        task(1, "task-usual-report"),
        task(3, "task-usual-certificates"),
    ]
}
