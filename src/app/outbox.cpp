#include "app/outbox.hpp"

#include "app/program.hpp"
#include "features/notice/mail_job.hpp"
#include "features/notice/tell_job.hpp"
#include "features/notice/webhook_job.hpp"

namespace hoshuban {

// One look at two small tables finds that there is nothing to tell, so looking often costs less than a bell between
// processes would (docs/adr/0010).
static constexpr std::chrono::seconds look_every{2};
static constexpr std::chrono::seconds send_every{5};

Outbox::Outbox(Program& program)
    : telling_{"notice.tell", look_every,
          [&program, stop = stop_.get_token()] { notice::tell(program.teller(), stop); }}
    , letters_{"mail.deliver", send_every,
          [&program, stop = stop_.get_token()] {
              if (const auto postman = program.postman())
                  notice::deliver_letters(*postman, stop);
          }}
    , webhooks_{"webhook.deliver", send_every,
          [&program, stop = stop_.get_token()] { notice::deliver_webhooks(program.messenger(), stop); }}
{
}

}
