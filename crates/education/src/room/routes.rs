//! Every address of rooms, with who may knock. Servers knock at sealed addresses; people enter by their personal link (registration).

use kernel::{
    Access::{Anyone, SignedIn},
    Routes,
    web::Answer,
};

use super::{actions, callbacks, pages};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/kegiatan/{id}/ruang", SignedIn, pages::room)
        .answers::<pages::RoomPage>()
        .post("/kegiatan/{id}/ruang", SignedIn, actions::open)
        .answers::<Answer>()
        .delete("/kegiatan/{id}/ruang", SignedIn, actions::end)
        .answers::<Answer>()
        .post("/rapat/{room_id}/{seal}/kehadiran", Anyone, callbacks::attended)
        .get("/rapat/{room_id}/{seal}/selesai", Anyone, callbacks::ended)
        .post("/rapat/{room_id}/{seal}/rekaman", Anyone, callbacks::recorded)
        .takes::<callbacks::Notice>()
}
