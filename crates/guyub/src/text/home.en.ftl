### Home.

home-public-title = Agencies work together. The results show.
home-public-lead = On Guyub, government offices ask other offices to educate together, record who really attended, and turn it into work whose results a partner verifies.
home-search = What would you like to learn?
home-search-do = Search
home-how = How Guyub works
home-step-1 = There is a need
home-step-1-more = One office drafts an activity.
home-step-2 = Partners are found
home-step-2-more = Guyub shows other offices that plan something similar.
home-step-3 = Done together
home-step-3-more = All hosts own it equally.
home-step-4 = Attendance is proven
home-step-4-more = Every minute traces to its evidence.
home-title = What needs you
home-greeting = Hello, { $name }.
home-nothing = Nothing is waiting for you
home-nothing-lead = Find an activity that helps your work.
home-find = See activities
about-title = About Guyub
about-name = Guyub (Javanese and Indonesian: close-knit, in harmony) is the root of paguyuban, community.
about-privacy = Privacy
about-privacy-text = NIP is masked on public pages, NIK is never asked for, and nothing tracks you. Attendance is visible only to the hosts and to the person.
about-access = Accessibility
about-access-text = Every page works without JavaScript, with a keyboard and with a screen reader. If something is in your way, tell your agency's coordinator.
about-open = Open data and API
about-open-text = Every page is also available as JSON, and calendars can be followed from any app.
