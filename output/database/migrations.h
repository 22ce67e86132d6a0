// The steps that bring a database's schema up to date: the files of output/database/migrations/, compiled in.
#pragma once

#include "output/database/connection.h"

namespace plumbline {

// Runs the steps that the database has not had. Throws DatabaseError, also for a schema newer than this program's.
void migrate(Connection& connection);

}  // namespace plumbline
