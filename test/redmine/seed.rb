# Fills an empty Redmine by its own models, as an administrator would by hand: nothing of Redmine is changed.
# CONGVU_SEED names a JSON file: { people, issues, documents } as in redmine-data.ts.
require 'json'

data = JSON.parse(File.read(ENV.fetch('CONGVU_SEED')))
Redmine::DefaultData::Loader.load('vi')
Setting.default_language = 'vi'
Setting.per_page_options = '10,25,100'
Setting.notified_events = []

project = Project.create!(
  name: 'Văn thư Sở Nội vụ', identifier: 'van-thu', is_public: false,
  enabled_module_names: %w[issue_tracking documents]
)
project.trackers = Tracker.all
role = Role.givable.first

people = data['people'].to_h do |person|
  user = User.new(
    firstname: person['given'], lastname: person['family'], mail: person['mail'], language: 'vi', mail_notification: 'none'
  )
  user.login = person['login']
  user.password = user.password_confirmation = person['password']
  user.save!
  Member.create!(user: user, project: project, roles: [role])
  [person['login'], user]
end

data['issues'].each do |entry|
  Issue.create!(
    project: project, tracker: project.trackers.first, status: IssueStatus.first, priority: IssuePriority.first,
    author: people.values.first, subject: entry['subject'], description: 'Hồ sơ hư cấu.',
    assigned_to: people[entry['assignee']], start_date: entry['startOn'], due_date: entry['dueOn']
  )
end

data['documents'].each do |title|
  Document.create!(project: project, category: DocumentCategory.first, title: title, description: 'Hồ sơ hư cấu.')
end
