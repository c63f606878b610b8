#pragma once
#include "story.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::scenario {

/// December of one contract, told in chapters on one stage with a real virus scanner and a real mail server. One job
/// meets every gate once in the wrong order and once in the right one.
class Month : public Story {
protected:
    static constexpr const char* head = "kessai"; ///< of the section; decides on exceptions
    static constexpr const char* deputy = "daiko";

    void begin() override;
    void at(std::string_view time);

    void the_city_asks_for_work();
    void a_question_is_settled();
    void a_procedure_is_approved();
    void a_window_is_agreed();
    void its_permits_are_given();
    void kinds_of_work_are_consulted_about();
    void an_exception_is_given_by_a_deputy();
    void other_vendors_are_told_of();
    void people_are_in_force_on_the_day();
    void media_are_checked();
    void the_work_is_done();
    void both_sides_confirm();
    void a_permission_is_over();
    void what_is_lent_goes_out_with_permission();
    void what_is_lent_comes_back();
    void an_emergency_owes_its_papers();
    void everybody_is_told_in_time();

    std::string job_path() const { return "/work-requests/" + job; }
    /// How the job's start is refused now.
    std::string shut() { return refused(job); }
    std::string shut_because(std::string_view gate) { return said(start(job), gate); }
    std::string person_id(const std::string& name);
    std::string worker_id(const std::string& name);
    Answer assign(const std::string& name, std::string_view first, std::string_view last);
    Answer record_step(int step, const std::string& more);
    Answer use_medium(const std::string& planned);
    std::string check_of(const std::string& medium);
    Answer loan_act(const std::string& lent, const std::string& what, const std::string& more = {});
    int papers_settled();
    /// Tells, escalates and sends what is due by now; the texts of the letters that reached this address meanwhile.
    std::vector<std::string> post_to(const std::string& address);

    std::string job;
    std::string annex;
    std::string device;
    std::string version; ///< of the procedure the job follows
    std::string window;
    std::string use; ///< of the medium for the job
    std::string loan;
};

}
